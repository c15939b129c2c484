package org.rotfaden.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LiveNews;

/// A page is made, and only then it follows the news.
class LiveTests {

    private final LiveTopics topics = new LiveTopics();
    private final List<RightsChanged> asked = new ArrayList<>();
    private final Div page = new Div();

    @Test
    void what_changes_while_a_page_is_made_is_asked_about_again() {
        Live.followRights(page, topics, asked::add);
        topics.publish(LiveNews.RIGHTS, RightsChanged.of(MemberId.random()));
        new UI().add(page);
        assertThat(asked).containsExactly(RightsChanged.ofEverybody());
    }

    @Test
    void a_page_that_missed_nothing_asks_nothing_again() {
        topics.publish(LiveNews.RIGHTS, RightsChanged.ofEverybody());
        Live.followRights(page, topics, asked::add);
        new UI().add(page);
        assertThat(asked).isEmpty();
    }
}

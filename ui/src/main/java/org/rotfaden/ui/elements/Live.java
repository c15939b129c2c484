package org.rotfaden.ui.elements;

import com.vaadin.flow.component.HasComponents;
import java.util.Set;
import java.util.stream.Collectors;
import org.rotfaden.activity.Topic;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.web.Sentences;
import org.springframework.stereotype.Component;

/// Makes pages, and parts of them, that show what happens while it happens.
@Component
public class Live {

    private final LiveTopics topics;
    private final Permissions permissions;
    private final Sentences sentences;

    Live(LiveTopics topics, Permissions permissions, Sentences sentences) {
        this.topics = topics;
        this.permissions = permissions;
        this.sentences = sentences;
    }

    /// A page for as long as it is shown.
    ///
    /// @param show brings the page up to date, whatever it showed before
    public <C extends com.vaadin.flow.component.Component & HasComponents> LivePage page(
            C page, MemberId reader, Runnable show) {
        return new LivePage(this, page, reader, show);
    }

    /// All that a reader may know of.
    Set<Topic> topicsOf(MemberId reader) {
        return permissions.keyringOf(reader).stream()
                .map(Topic::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<Subject> placesOf(MemberId reader) {
        return permissions.placesOf(reader);
    }

    LiveTopics topics() {
        return topics;
    }

    Sentences sentences() {
        return sentences;
    }
}

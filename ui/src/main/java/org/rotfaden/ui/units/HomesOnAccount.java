package org.rotfaden.ui.units;

import com.vaadin.flow.component.html.Section;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.account.AccountPart;
import org.springframework.stereotype.Component;

/// Brings one's homes to the page of one's account.
@Component
class HomesOnAccount implements AccountPart {

    private final UnitsAtWork work;
    private final LiveTopics topics;

    HomesOnAccount(UnitsAtWork work, LiveTopics topics) {
        this.work = work;
        this.topics = topics;
    }

    @Override
    public Section of(MemberId member) {
        return new HomesSection(work, topics, member);
    }
}

package org.rotfaden.ui.units;

import com.vaadin.flow.component.html.Section;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.account.AccountPart;
import org.rotfaden.ui.elements.Live;
import org.springframework.stereotype.Component;

/// Brings one's homes to the page of one's account.
@Component
class HomesOnAccount implements AccountPart {

    private final UnitsAtWork work;
    private final Live live;

    HomesOnAccount(UnitsAtWork work, Live live) {
        this.work = work;
        this.live = live;
    }

    @Override
    public Section of(MemberId member) {
        return new HomesSection(work, live, member);
    }
}

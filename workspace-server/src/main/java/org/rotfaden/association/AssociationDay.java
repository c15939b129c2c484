package org.rotfaden.association;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.rotfaden.security.Today;
import org.springframework.stereotype.Component;

/// The day in the association's time zone; in Berlin's until there is an association.
@Component
class AssociationDay implements Today {

    private static final ZoneId BEFORE_IT_IS_FOUNDED = ZoneId.of("Europe/Berlin");

    private final AssociationRow association;
    private final Clock clock;

    AssociationDay(AssociationRow association, Clock clock) {
        this.association = association;
        this.clock = clock;
    }

    @Override
    public LocalDate date() {
        ZoneId zone = association.find().map(Association::timeZone).orElse(BEFORE_IT_IS_FOUNDED);
        return dateIn(zone);
    }

    /// What day it is in a time zone.
    LocalDate dateIn(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }
}

package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.Component;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.organisation.units.Units;

/// What an election will do, in numbers.
record ElectionEffect(OfficesAtWork work, Units units) {

    /// @throws org.rotfaden.security.BrokenRule when it cannot be written down
    String of(Body body, Election election, Component page) {
        int leaving = work.offices().leavingBy(election).size();
        if (election.term().isOverOn(work.today())) {
            return page.getTranslation("succession.effect.past", elected(election));
        }
        var before = work.holders(work.offices().in(body.id()));
        long coming =
                election.elected().stream()
                        .map(Election.Elected::member)
                        .distinct()
                        .filter(member -> !before.contains(member))
                        .count();
        int vacant = body.seats().stream().mapToInt(Seat::seats).sum() - election.elected().size();
        return page.getTranslation(
                "succession.effect", leaving, rights(body, page), coming, vacant);
    }

    private static long elected(Election election) {
        return election.elected().stream().map(Election.Elected::member).distinct().count();
    }

    private String rights(Body body, Component page) {
        return body.kind() == BodyKind.EXECUTIVE_COMMITTEE
                ? page.getTranslation(
                        "succession.rights-in-both", body.name(), units.get(body.unit()).name())
                : page.getTranslation("succession.rights-in", body.name());
    }
}

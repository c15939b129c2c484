package org.rotfaden.organisation.memberships;

import java.util.HashMap;
import java.util.Map;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.RuleEvent;
import org.rotfaden.organisation.units.HomesDivided;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitObjection;
import org.rotfaden.security.MemberId;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Nobody loses a home because a unit is merged, split or dissolved; and who reaches a new age
/// limit is told its day.
@Component
class HomesOfReformedUnits {

    private final Memberships memberships;
    private final MembershipRows rows;
    private final Structures structures;

    HomesOfReformedUnits(Memberships memberships, MembershipRows rows, Structures structures) {
        this.memberships = memberships;
        this.rows = rows;
        this.structures = structures;
    }

    /// After rules went along, on which the end of a membership may depend.
    @Order(1)
    @EventListener
    void on(UnitEvent event) {
        switch (event) {
            case UnitEvent.Merged(var by, var units, var into, _) ->
                    units.forEach(unit -> moveAll(by, unit, into, EndedBecause.MERGED));
            case UnitEvent.Dissolved(var by, var unit, var above, _) -> {
                if (above.isPresent()) {
                    moveAll(by, unit, above.get(), EndedBecause.DISSOLVED);
                } else if (!rows.notOver(unit).isEmpty()) {
                    throw UnitObjection.STILL_IN_USE.raised();
                }
            }
            case UnitEvent.Moved(var by, var unit, _) -> followAgeLimits(by, unit);
            case UnitEvent.Founded _, UnitEvent.Renamed _, UnitEvent.Joined _ -> {
                // homes stay where they are
            }
            case UnitEvent.Split _ -> {
                // homes are divided as told below
            }
        }
    }

    /// After rules went along as well: the split itself was told before.
    @EventListener
    void on(HomesDivided divided) {
        UnitId first = divided.into().getFirst().unit();
        Map<MemberId, UnitId> homes = new HashMap<>();
        divided.into()
                .forEach(part -> part.members().forEach(member -> homes.put(member, part.unit())));
        memberships.goAlong(
                divided.by(),
                rows.notOver(divided.unit()),
                member -> homes.getOrDefault(member, first),
                EndedBecause.SPLIT);
    }

    @EventListener
    void on(RuleEvent.Set set) {
        if (set.rule() == Rule.AGE_LIMIT) {
            followAgeLimits(set.by(), set.unit());
        }
    }

    /// Another age limit may hold in a unit and below it.
    private void followAgeLimits(MemberId by, UnitId top) {
        memberships.followAgeLimits(by, structures.current().within(top));
    }

    private void moveAll(MemberId by, UnitId from, UnitId to, EndedBecause because) {
        memberships.goAlong(by, rows.notOver(from), _ -> to, because);
    }
}

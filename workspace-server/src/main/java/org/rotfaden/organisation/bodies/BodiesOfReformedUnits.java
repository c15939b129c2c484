package org.rotfaden.organisation.bodies;

import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The bodies of a unit end with it; what comes after it elects its own.
@Component
class BodiesOfReformedUnits {

    private final Bodies bodies;
    private final Offices offices;

    BodiesOfReformedUnits(Bodies bodies, Offices offices) {
        this.bodies = bodies;
        this.offices = offices;
    }

    @EventListener
    void on(UnitEvent event) {
        switch (event) {
            case UnitEvent.Merged(var by, var units, _, _) ->
                    units.forEach(unit -> endBodiesOf(by, unit));
            case UnitEvent.Split(var by, var unit, _, _) -> endBodiesOf(by, unit);
            case UnitEvent.Dissolved(var by, var unit, _, _) -> endBodiesOf(by, unit);
            case UnitEvent.Founded _,
                    UnitEvent.Renamed _,
                    UnitEvent.Moved _,
                    UnitEvent.Joined _ -> {
                // bodies stay as they are
            }
        }
    }

    private void endBodiesOf(MemberId by, UnitId unit) {
        bodies.of(unit).forEach(body -> offices.endAll(by, body));
    }
}

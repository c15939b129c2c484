package org.rotfaden.organisation.bodies;

import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.UnitId;
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
            case UnitEvent.Merged(_, var units, _) -> units.forEach(this::endBodiesOf);
            case UnitEvent.Split(_, var unit, _) -> endBodiesOf(unit);
            case UnitEvent.Dissolved(_, var unit, _) -> endBodiesOf(unit);
            case UnitEvent.Founded _,
                    UnitEvent.Renamed _,
                    UnitEvent.Moved _,
                    UnitEvent.Joined _ -> {
                // bodies stay as they are
            }
        }
    }

    private void endBodiesOf(UnitId unit) {
        bodies.of(unit).forEach(offices::endAll);
    }
}

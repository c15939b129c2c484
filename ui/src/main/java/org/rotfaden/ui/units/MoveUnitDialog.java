package org.rotfaden.ui.units;

import com.vaadin.flow.component.html.Paragraph;
import java.util.Set;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.elements.UnitPicker;

/// Puts a unit, with all below it, below another.
final class MoveUnitDialog extends ChangeUnitDialog {

    private final UnitPicker to;

    MoveUnitDialog(UnitsAtWork work, MemberId by, Unit unit) {
        super("unit.move.title", "unit.move", work, by, unit);
        Structure structure = work.structure();
        Set<UnitId> within = structure.within(unit.id());
        to =
                new UnitPicker(
                        getTranslation("unit.move.to"),
                        structure,
                        place ->
                                place.tree().equals(unit.tree())
                                        && place.level() < unit.level()
                                        && !within.contains(place.id())
                                        && !place.id().equals(unit.parent())
                                        && work.allows(by, Permission.ADMINISTER, place.id()));
        to.setAutofocus(true);
        refusals.about(to, "WRONG_PLACE");
        addFields(
                new Paragraph(
                        getTranslation(
                                "unit.move.text",
                                within.size() - 1,
                                work.memberships().countWithin(unit.id()))),
                to);
    }

    @Override
    protected void act() {
        to.chosen().ifPresent(place -> move(unit(), place));
    }

    private void move(Unit unit, Unit place) {
        Unit moved = work.units().move(by, unit.id(), place.id(), unit.version());
        done(
                getTranslation("unit.moved", unit.name(), place.name()),
                () -> work.units().move(by, unit.id(), unit.parent(), moved.version()));
    }
}

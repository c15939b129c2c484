package org.rotfaden.ui.units;

import org.rotfaden.association.Conflict;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.Trouble;

/// Changes a unit as it was seen. Where somebody else was faster, it says so, and goes on with what
/// the unit is now once that was read.
abstract class ChangeUnitDialog extends FormDialog {

    final transient UnitsAtWork work;
    final transient MemberId by;
    private transient Unit unit;

    ChangeUnitDialog(String title, String action, UnitsAtWork work, MemberId by, Unit unit) {
        super(title, action, unit.name());
        this.work = work;
        this.by = by;
        this.unit = unit;
    }

    /// The unit as it was seen last.
    final Unit unit() {
        return unit;
    }

    @Override
    protected final void refused(BrokenRule broken) {
        if (broken instanceof Conflict) {
            Unit now = work.units().get(unit.id());
            var goOn = new Act(getTranslation("unit.changed-meanwhile.go-on"));
            goOn.does(() -> {
                unit = now;
                refusals.clear();
            });
            say(new Trouble(getTranslation("problem." + broken.code()), howItIs(now)), goOn);
            goOn.focus();
        } else {
            super.refused(broken);
        }
    }

    private String howItIs(Unit now) {
        String above = now.above().map(work.units()::get).map(Unit::name).orElse("");
        return above.isEmpty()
                ? getTranslation("unit.changed-meanwhile.top", now.name())
                : getTranslation("unit.changed-meanwhile", now.name(), above);
    }
}

package org.rotfaden.ui.units;

import com.vaadin.flow.component.textfield.TextField;
import org.rotfaden.association.Name;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;

/// Gives a unit another name. Its address stays, and so does its history.
final class RenameUnitDialog extends ChangeUnitDialog {

    private final TextField name = new TextField(getTranslation("unit.name"));
    private final TextField kind = new TextField(getTranslation("unit.own-kind"));

    RenameUnitDialog(UnitsAtWork work, MemberId by, Unit unit) {
        super("unit.rename.title", "unit.rename", work, by, unit);
        name.setValue(unit.name());
        name.setAutofocus(true);
        kind.setValue(isOfItsLevel(unit) ? "" : unit.kind());
        kind.setHelperText(getTranslation("unit.own-kind.help"));
        refusals.about(name, "INVALID_NAME");
        addFields(name, kind);
    }

    @Override
    protected void act() {
        Unit unit = unit();
        String before = isOfItsLevel(unit) ? "" : unit.kind();
        Unit renamed =
                work.units()
                        .rename(
                                by,
                                unit.id(),
                                new Name(name.getValue()),
                                kind.getValue(),
                                unit.version());
        done(
                getTranslation("unit.renamed", unit.name(), renamed.name()),
                () ->
                        work.units()
                                .rename(
                                        by,
                                        unit.id(),
                                        new Name(unit.name()),
                                        before,
                                        renamed.version()));
    }

    private boolean isOfItsLevel(Unit unit) {
        return work.structure().tree(unit.tree()).level(unit.level()).name().equals(unit.kind());
    }
}

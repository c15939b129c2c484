package org.rotfaden.ui.units;

import com.vaadin.flow.component.html.Paragraph;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.UnitPicker;

/// Links a unit with one of another tree that works for the same place.
final class LinkUnitDialog extends FormDialog {

    private final transient UnitsAtWork work;
    private final transient MemberId by;
    private final transient Unit unit;
    private final UnitPicker other;

    LinkUnitDialog(UnitsAtWork work, MemberId by, Unit unit) {
        super("unit.link.title", "unit.link", unit.name());
        this.work = work;
        this.by = by;
        this.unit = unit;
        other =
                new UnitPicker(
                        getTranslation("unit.link.with"),
                        work.structure(),
                        known -> !known.tree().equals(unit.tree()));
        other.setAutofocus(true);
        refusals.about(other, "NOT_LINKABLE");
        addFields(new Paragraph(getTranslation("unit.link.text")), other);
    }

    @Override
    protected void act() {
        other.chosen()
                .ifPresent(chosen -> {
                    work.ties().link(by, unit.id(), chosen.id());
                    done(
                            getTranslation("unit.linked", unit.name(), chosen.name()),
                            () -> work.ties().unlink(by, unit.id(), chosen.id()));
                });
    }
}

package org.rotfaden.ui.units;

import com.vaadin.flow.component.html.Paragraph;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.UnitPicker;

/// Asks another unit of the same tree to become a member's home.
final class MoveHomeDialog extends FormDialog {

    private final transient UnitsAtWork work;
    private final transient MemberId member;
    private final UnitPicker to;

    MoveHomeDialog(UnitsAtWork work, MemberId member, Unit home) {
        super("homes.move.title", "homes.move.ask", home.name());
        this.work = work;
        this.member = member;
        to =
                new UnitPicker(
                        getTranslation("homes.move.to"),
                        work.structure(),
                        unit -> unit.tree().equals(home.tree()) && !unit.id().equals(home.id()));
        to.setAutofocus(true);
        refusals.about(to, "ALREADY_AT_HOME");
        addFields(new Paragraph(getTranslation("homes.move.text")), to);
    }

    @Override
    protected void act() {
        to.chosen()
                .ifPresent(unit -> {
                    work.moves().ask(member, member, unit.id());
                    close();
                });
    }
}

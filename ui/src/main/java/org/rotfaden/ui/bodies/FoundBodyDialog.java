package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.OfficeRole;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Refusals;

/// Founds a body of a unit and leads to its page.
public final class FoundBodyDialog extends Dialog {

    private final transient Bodies bodies;
    private final transient MemberId by;
    private final transient UnitId unit;
    private final BodyForm form;
    private final transient Refusals refusals;

    public FoundBodyDialog(Bodies bodies, MemberId by, UnitId unit) {
        this.bodies = bodies;
        this.by = by;
        this.unit = unit;
        this.form = new BodyForm(usualSeats());
        this.refusals = form.refusals();
        setHeaderTitle(getTranslation("body.found"));
        setWidth("640px");
        add(form);
        var found = new Act(getTranslation("body.found.do"), () -> found());
        found.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), found);
    }

    /// What most executive committees have.
    private List<Seat> usualSeats() {
        return List.of(
                new Seat(OfficeRole.CHAIR, getTranslation("office.role.CHAIR"), 1),
                new Seat(OfficeRole.DEPUTY_CHAIR, getTranslation("office.role.DEPUTY_CHAIR"), 1),
                new Seat(OfficeRole.TREASURER, getTranslation("office.role.TREASURER"), 1),
                new Seat(OfficeRole.ASSESSOR, getTranslation("office.role.ASSESSOR"), 3));
    }

    private void found() {
        refusals.clear();
        try {
            Body founded = bodies.found(by, unit, form.description());
            close();
            UI.getCurrent().navigate(Paths.body(founded.slug()));
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }
}

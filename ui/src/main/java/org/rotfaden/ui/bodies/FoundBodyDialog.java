package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.UI;
import java.util.List;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.OfficeRole;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.Paths;

/// Founds a body of a unit and leads to its page.
public final class FoundBodyDialog extends FormDialog {

    private final transient Bodies bodies;
    private final transient MemberId by;
    private final transient UnitId unit;
    private final BodyForm form;

    public FoundBodyDialog(Bodies bodies, MemberId by, UnitId unit) {
        super("body.found", "body.found.do");
        setWidth("640px");
        this.bodies = bodies;
        this.by = by;
        this.unit = unit;
        this.form = new BodyForm(usualSeats());
        form.placeRefusals(refusals);
        addFields(form);
    }

    /// What most executive committees have.
    private List<Seat> usualSeats() {
        return List.of(
                new Seat(OfficeRole.CHAIR, getTranslation("office.role.CHAIR"), 1),
                new Seat(OfficeRole.DEPUTY_CHAIR, getTranslation("office.role.DEPUTY_CHAIR"), 1),
                new Seat(OfficeRole.TREASURER, getTranslation("office.role.TREASURER"), 1),
                new Seat(OfficeRole.ASSESSOR, getTranslation("office.role.ASSESSOR"), 3));
    }

    @Override
    protected void act() {
        Body founded = bodies.found(by, unit, form.description());
        close();
        UI.getCurrent().navigate(Paths.body(founded.slug()));
    }
}

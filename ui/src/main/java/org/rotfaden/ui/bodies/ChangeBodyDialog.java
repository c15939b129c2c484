package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import org.rotfaden.association.Name;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyDescription;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.Undoable;

/// Describes a body otherwise.
final class ChangeBodyDialog extends Dialog {

    private final transient Bodies bodies;
    private final transient MemberId by;
    private final transient Body body;
    private final BodyForm form;
    private final transient Refusals refusals;

    ChangeBodyDialog(Bodies bodies, MemberId by, Body body) {
        this.bodies = bodies;
        this.by = by;
        this.body = body;
        this.form = new BodyForm(body.seats());
        this.refusals = form.refusals();
        form.show(body.kind(), body.name(), body.composition(), body.termMonths());
        setHeaderTitle(getTranslation("body.change.title", body.name()));
        setWidth("640px");
        add(form);
        var change = new Act(getTranslation("body.change.do"), () -> change());
        change.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), change);
    }

    private void change() {
        refusals.clear();
        try {
            Body changed = bodies.change(by, body.id(), form.description(), body.version());
            close();
            new Undoable(
                            getTranslation("body.changed", changed.name()),
                            () -> bodies.change(by, body.id(), before(), changed.version()))
                    .open();
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }

    private BodyDescription before() {
        return new BodyDescription(
                body.kind(),
                new Name(body.name()),
                body.composition(),
                body.termMonths(),
                body.seats());
    }
}

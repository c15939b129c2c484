package org.rotfaden.ui.bodies;

import org.rotfaden.association.Name;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyDescription;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;

/// Describes a body otherwise.
final class ChangeBodyDialog extends FormDialog {

    private final transient Bodies bodies;
    private final transient MemberId by;
    private final transient Body body;
    private final BodyForm form;

    ChangeBodyDialog(Bodies bodies, MemberId by, Body body) {
        super("body.change.title", "body.change.do", body.name());
        setWidth("640px");
        this.bodies = bodies;
        this.by = by;
        this.body = body;
        this.form = new BodyForm(body.seats());
        form.placeRefusals(refusals);
        form.show(body.kind(), body.name(), body.composition(), body.termMonths());
        addFields(form);
    }

    @Override
    protected void act() {
        Body changed = bodies.change(by, body.id(), form.description(), body.version());
        done(
                getTranslation("body.changed", changed.name()),
                () -> bodies.change(by, body.id(), before(), changed.version()));
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

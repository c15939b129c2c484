package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.Why;
import org.rotfaden.ui.elements.WhyNot;

/// The heading of the list of motions, with the way to a new one for those who may write.
final class MotionListHead extends Div {

    private final transient NewMotion newMotion;
    private final transient Permissions permissions;
    private final transient WhyNot whyNot;
    private final transient MemberId reader;
    private final Span action = new Span();

    MotionListHead(
            NewMotion newMotion,
            Permissions permissions,
            WhyNot whyNot,
            MemberId reader,
            Live live) {
        this.newMotion = newMotion;
        this.permissions = permissions;
        this.whyNot = whyNot;
        this.reader = reader;
        addClassName("page-head");
        action.addClassName("with-why");
        add(new H1(getTranslation("motions.title")), action);
        live.page(this, reader, this::showAction);
    }

    private void showAction() {
        boolean mayWrite = !permissions.actsFor(reader).isEmpty();
        Act begin = newMotion.button(this, reader);
        begin.setEnabled(mayWrite);
        action.removeAll();
        action.add(begin);
        if (!mayWrite) {
            Decision why = permissions.decide(reader, Permission.ACT_FOR, Subject.ASSOCIATION);
            action.add(new Why(whyNot.of(why, Subject.ASSOCIATION, reader, getLocale())));
        }
    }
}

package org.rotfaden.ui.motions;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.Undoable;

/// Makes a motion that of another for whom one may write.
final class HandOverMotionDialog extends Dialog {

    private final transient MotionsAtWork work;
    private final transient MotionSummary motion;
    private final transient MemberId by;
    private final Select<Named> to = new Select<>();
    private final Div trouble = new Div();
    private final transient Refusals refusals = new Refusals().othersIn(trouble);

    HandOverMotionDialog(MotionsAtWork work, MotionSummary motion, MemberId by) {
        this.work = work;
        this.motion = motion;
        this.by = by;
        setHeaderTitle(getTranslation("motion.hand-over.title"));
        setWidth("440px");
        to.setLabel(getTranslation("motion.hand-over.to"));
        to.setItems(
                work.types().find(work.permissions().actsFor(by), by).stream()
                        .filter(owner -> !owner.subject().equals(motion.owner()))
                        .toList());
        to.setItemLabelGenerator(owner -> owner == null ? "" : owner.name());
        var form = new Div(trouble, new Paragraph(getTranslation("motion.hand-over.text")), to);
        form.addClassName("form");
        add(form);
        var handOver = new Act(getTranslation("motion.hand-over"), () -> handOver());
        handOver.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), handOver);
    }

    private void handOver() {
        refusals.clear();
        Named owner = to.getValue();
        if (owner == null) {
            Refusals.show(to, getTranslation("motion.hand-over.missing"));
            return;
        }
        try {
            MotionSummary handedOver = work.motions().handOver(by, motion.id(), owner.subject());
            close();
            tell(handedOver, getTranslation("motion.handed-over", owner.name()));
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }

    /// Whoever can still hand it over can hand it back.
    private void tell(MotionSummary handedOver, String what) {
        if (work.motions().mayHandOver(by, handedOver).allowed()) {
            new Undoable(what, () -> work.motions().handOver(by, motion.id(), motion.owner()))
                    .open();
        } else {
            Notification.show(what);
        }
    }
}

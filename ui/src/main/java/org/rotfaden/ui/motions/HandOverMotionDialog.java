package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.ui.elements.FormDialog;

/// Makes a motion that of another for whom one may write.
final class HandOverMotionDialog extends FormDialog {

    private final transient MotionsAtWork work;
    private final transient MotionSummary motion;
    private final transient MemberId by;
    private final Select<Named> to = new Select<>();

    HandOverMotionDialog(MotionsAtWork work, MotionSummary motion, MemberId by) {
        super("motion.hand-over.title", "motion.hand-over");
        this.work = work;
        this.motion = motion;
        this.by = by;
        to.setLabel(getTranslation("motion.hand-over.to"));
        to.setItems(
                work.types().find(work.permissions().actsFor(by), by).stream()
                        .filter(owner -> !owner.subject().equals(motion.owner()))
                        .toList());
        to.setItemLabelGenerator(owner -> owner == null ? "" : owner.name());
        addFields(new Paragraph(getTranslation("motion.hand-over.text")), to);
    }

    @Override
    protected void act() {
        chosen(to, "motion.hand-over.missing").ifPresent(this::handOver);
    }

    /// Whoever can still hand it over can hand it back.
    private void handOver(Named owner) {
        MotionSummary handedOver = work.motions().handOver(by, motion.id(), owner.subject());
        String what = getTranslation("motion.handed-over", owner.name());
        if (work.motions().mayHandOver(by, handedOver).allowed()) {
            done(what, () -> work.motions().handOver(by, motion.id(), motion.owner()));
        } else {
            close();
            Notification.show(what);
        }
    }
}

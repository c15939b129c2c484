package org.rotfaden.ui.motions;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import org.rotfaden.association.Term;
import org.rotfaden.members.Given;
import org.rotfaden.members.Member;
import org.rotfaden.members.NewGrant;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Role;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.OneOf;
import org.rotfaden.ui.elements.PersonPicker;

/// Invites somebody to write or read a motion, until a day or until further notice.
final class InviteToMotionDialog extends FormDialog {

    private final transient MotionsAtWork work;
    private final transient MotionSummary motion;
    private final transient MemberId by;
    private final PersonPicker person;
    private final RadioButtonGroup<Role> role;
    private final DayPicker until;

    InviteToMotionDialog(MotionsAtWork work, MotionSummary motion, MemberId by) {
        super("motion.invite.title", "motion.invite.do");
        this.work = work;
        this.motion = motion;
        this.by = by;
        person = new PersonPicker(getTranslation("motion.invite.person"), work.inSightOf(by));
        person.setAutofocus(true);
        role =
                OneOf.shown(
                        "motion.invite.role",
                        List.of(Role.WRITER, Role.READER),
                        value -> "motion.invite." + value);
        until = new DayPicker(getTranslation("motion.invite.until"));
        until.setHelperText(getTranslation("motion.invite.until.help"));
        until.setMin(work.today().date());
        until.setClearButtonVisible(true);
        refusals.about(until, "INVALID_TERM");
        addFields(person, role, until);
    }

    @Override
    protected void act() {
        chosen(person, "motion.invite.missing")
                .filter(_ -> until.isSound())
                .ifPresent(this::invite);
    }

    private void invite(Member invited) {
        var term = new Term(work.today().date(), until.getOptionalValue().orElse(null));
        Given given =
                work.grants()
                        .give(
                                by,
                                new NewGrant(
                                        invited.id(),
                                        role.getValue(),
                                        motion.id().subject(),
                                        term));
        done(
                getTranslation("motion.invited", invited.name()),
                () -> work.grantCorrections().takeBack(by, given));
    }
}

package org.rotfaden.ui.motions;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import org.rotfaden.association.Term;
import org.rotfaden.members.Given;
import org.rotfaden.members.Member;
import org.rotfaden.members.NewGrant;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Role;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.PersonPicker;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.Undoable;

/// Invites somebody to write or read a motion, until a day or until further notice.
final class InviteToMotionDialog extends Dialog {

    private final transient MotionsAtWork work;
    private final transient MotionSummary motion;
    private final transient MemberId by;
    private final PersonPicker person;
    private final RadioButtonGroup<Role> role = new RadioButtonGroup<>();
    private final DayPicker until;
    private final Div trouble = new Div();
    private final transient Refusals refusals;

    InviteToMotionDialog(MotionsAtWork work, MotionSummary motion, MemberId by) {
        this.work = work;
        this.motion = motion;
        this.by = by;
        setHeaderTitle(getTranslation("motion.invite.title"));
        setWidth("440px");
        person = new PersonPicker(getTranslation("motion.invite.person"), work.inSightOf(by));
        person.setAutofocus(true);
        role.setLabel(getTranslation("motion.invite.role"));
        role.setItems(Role.WRITER, Role.READER);
        role.setItemLabelGenerator(value -> getTranslation("motion.invite." + value));
        role.setValue(Role.WRITER);
        until = new DayPicker(getTranslation("motion.invite.until"));
        until.setHelperText(getTranslation("motion.invite.until.help"));
        until.setMin(work.today().date());
        until.setClearButtonVisible(true);
        refusals = new Refusals().about(until, "INVALID_TERM").othersIn(trouble);
        var form = new Div(trouble, person, role, until);
        form.addClassName("form");
        add(form);
        var invite = new Act(getTranslation("motion.invite.do"), () -> invite());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), invite);
    }

    private void invite() {
        refusals.clear();
        Member invited = person.getValue();
        if (invited == null) {
            Refusals.show(person, getTranslation("motion.invite.missing"));
            return;
        }
        if (!until.isSound()) {
            return;
        }
        try {
            invite(invited);
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
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
        close();
        new Undoable(
                        getTranslation("motion.invited", invited.name()),
                        () -> work.grantCorrections().takeBack(by, given))
                .open();
    }
}

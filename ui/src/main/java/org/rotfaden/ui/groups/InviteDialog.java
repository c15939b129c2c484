package org.rotfaden.ui.groups;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.PersonPicker;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.Undoable;

/// Invites somebody into a group.
final class InviteDialog extends Dialog {

    private final transient GroupsAtWork work;
    private final transient WorkingGroup group;
    private final transient MemberId by;
    private final PersonPicker person;
    private final Div trouble = new Div();
    private final transient Refusals refusals = new Refusals().othersIn(trouble);

    InviteDialog(GroupsAtWork work, WorkingGroup group, MemberId by) {
        this.work = work;
        this.group = group;
        this.by = by;
        setHeaderTitle(getTranslation("group.invite.title", group.name()));
        setWidth("440px");
        person = new PersonPicker(getTranslation("group.invite.person"), work.inSightOf(by));
        person.setHelperText(getTranslation("group.invite.help"));
        person.setAutofocus(true);
        var form = new Div(trouble, person);
        form.addClassName("form");
        add(form);
        var invite = new Act(getTranslation("group.invite.do"), () -> invite());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), invite);
    }

    private void invite() {
        refusals.clear();
        Member invited = person.getValue();
        if (invited == null) {
            Refusals.show(person, getTranslation("group.invite.missing"));
        } else if (takesPart(invited)) {
            Refusals.show(person, getTranslation("group.invite.already", invited.name()));
        } else {
            invite(invited);
        }
    }

    private boolean takesPart(Member invited) {
        return work.groups()
                .participation(group.id(), invited.id())
                .filter(taking -> taking.state().takesPart())
                .isPresent();
    }

    private void invite(Member invited) {
        try {
            work.groups().admit(by, group.id(), invited.id());
            close();
            new Undoable(
                            getTranslation("group.invite.done", invited.name()),
                            () -> work.groups().leave(by, group.id(), invited.id()))
                    .open();
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }
}

package org.rotfaden.ui.groups;

import org.rotfaden.members.Member;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.PersonPicker;

/// Invites somebody into a group.
final class InviteDialog extends FormDialog {

    private final transient GroupsAtWork work;
    private final transient WorkingGroup group;
    private final transient MemberId by;
    private final PersonPicker person;

    InviteDialog(GroupsAtWork work, WorkingGroup group, MemberId by) {
        super("group.invite.title", "group.invite.do", group.name());
        this.work = work;
        this.group = group;
        this.by = by;
        person = new PersonPicker(getTranslation("group.invite.person"), work.inSightOf(by));
        person.setHelperText(getTranslation("group.invite.help"));
        person.setAutofocus(true);
        addFields(person);
    }

    @Override
    protected void act() {
        chosen(person, "group.invite.missing")
                .ifPresent(invited -> {
                    if (takesPart(invited)) {
                        refusals.refuse(
                                person, getTranslation("group.invite.already", invited.name()));
                    } else {
                        invite(invited);
                    }
                });
    }

    private boolean takesPart(Member invited) {
        return work.groups()
                .participation(group.id(), invited.id())
                .filter(taking -> taking.state().takesPart())
                .isPresent();
    }

    private void invite(Member invited) {
        work.groups().admit(by, group.id(), invited.id());
        done(
                getTranslation("group.invite.done", invited.name()),
                () -> work.groups().leave(by, group.id(), invited.id()));
    }
}

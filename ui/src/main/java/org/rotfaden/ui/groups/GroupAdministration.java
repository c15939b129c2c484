package org.rotfaden.ui.groups;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Undoable;

/// What hosts, and those who administer where the group belongs, can do with a group.
final class GroupAdministration extends Div {

    GroupAdministration(GroupsAtWork work, Units units, WorkingGroup group, MemberId by) {
        addClassName("acts");
        if (group.isArchived()) {
            add(
                    new Act(
                            getTranslation("group.reopen"),
                            () -> work.groups().reopen(by, group.id())));
            return;
        }
        if (work.permissions().allows(by, Permission.HOST, group.id().subject())) {
            add(
                    new Act(
                            getTranslation("group.invite"),
                            () -> new InviteDialog(work, group, by).open()),
                    new Act(
                            getTranslation("group.change"),
                            () -> new ChangeGroupDialog(work, units, group, by).open()));
        }
        add(new Act(getTranslation("group.archive"), () -> askAndArchive(this, work, group, by)));
    }

    /// Asks before a group is archived, with the effect in numbers.
    static void askAndArchive(Component page, GroupsAtWork work, WorkingGroup group, MemberId by) {
        new Question(
                        page.getTranslation("group.archive.title", group.name()),
                        page.getTranslation(
                                "group.archive.text",
                                work.groups().count(group.id()),
                                group.name()),
                        new Question.Answers(
                                page.getTranslation("cancel"),
                                page.getTranslation("group.archive")),
                        () -> {
                            work.groups().archive(by, group.id());
                            new Undoable(
                                            page.getTranslation("group.archived", group.name()),
                                            () -> work.groups().reopen(by, group.id()))
                                    .open();
                        })
                .open();
    }
}

package org.rotfaden.ui.groups;

import com.vaadin.flow.component.Component;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.elements.ActsMenu;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Undoable;

/// What hosts, and those who administer where the group belongs, can do with a group.
final class GroupAdministration {

    private GroupAdministration() {}

    static ActsMenu menu(GroupsAtWork work, Units units, WorkingGroup group, MemberId by) {
        var menu = new ActsMenu("place.administer");
        if (group.isArchived()) {
            menu.add("group.reopen", () -> work.groups().reopen(by, group.id()));
            return menu;
        }
        if (work.permissions().allows(by, Permission.HOST, group.id().subject())) {
            menu.add("group.invite", () -> new InviteDialog(work, group, by).open());
            menu.beginGroup();
            menu.add("group.change", () -> new ChangeGroupDialog(work, units, group, by).open());
        }
        menu.beginGroup();
        menu.add("group.archive", () -> askAndArchive(menu, work, group, by));
        return menu;
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

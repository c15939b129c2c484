package org.rotfaden.ui.members;

import org.rotfaden.members.Member;
import org.rotfaden.members.MemberPasswords;
import org.rotfaden.members.Members;
import org.rotfaden.members.Right;
import org.rotfaden.organisation.memberships.MembershipCorrections;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.ActsMenu;
import org.rotfaden.ui.elements.BornDialog;
import org.rotfaden.ui.elements.PasswordDialog;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Undoable;
import org.springframework.stereotype.Component;

/// What those who administer the members do with one of them.
@Component
public class MemberAdministration {

    private final Members members;
    private final MemberPasswords passwords;
    private final MembershipCorrections corrections;
    private final Permissions permissions;
    private final Today today;

    MemberAdministration(
            Members members,
            MemberPasswords passwords,
            MembershipCorrections corrections,
            Permissions permissions,
            Today today) {
        this.members = members;
        this.passwords = passwords;
        this.corrections = corrections;
        this.permissions = permissions;
        this.today = today;
    }

    /// What somebody may do with a member; nothing is in it for those who may nothing.
    public ActsMenu menu(MemberId by, MemberId whose) {
        var menu = new ActsMenu("place.administer");
        if (permissions.allows(by, Permission.ADMINISTER_MEMBERS, Subject.ASSOCIATION)) {
            Member member = members.get(whose);
            Right other = member.right() == Right.WRITE ? Right.READ : Right.WRITE;
            menu.add("members.make." + other, () -> change(by, member, other, menu));
            menu.add("born", () -> correctBorn(by, whose));
            menu.beginGroup();
            menu.add("members.renew", () -> askAndRenew(by, member, menu));
        }
        return menu;
    }

    /// Changes at once; whoever slipped takes it back.
    private void change(MemberId by, Member member, Right right, ActsMenu menu) {
        members.changeRight(by, member.id(), right);
        new Undoable(
                        menu.getTranslation("members.changed." + right, member.name()),
                        () -> members.changeRight(by, member.id(), member.right()))
                .open();
    }

    private void correctBorn(MemberId by, MemberId whose) {
        new BornDialog(
                        members.get(whose),
                        today.date(),
                        day -> corrections.correctBorn(by, whose, day))
                .open();
    }

    private void askAndRenew(MemberId by, Member member, ActsMenu menu) {
        new Question(
                        menu.getTranslation("members.renew.title", member.name()),
                        menu.getTranslation("members.renew.text"),
                        new Question.Answers(
                                menu.getTranslation("cancel"),
                                menu.getTranslation("members.renew")),
                        () -> new PasswordDialog(passwords.renew(by, member.id())).open())
                .open();
    }
}

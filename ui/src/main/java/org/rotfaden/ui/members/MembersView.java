package org.rotfaden.ui.members;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import org.rotfaden.members.Member;
import org.rotfaden.members.MemberEvent;
import org.rotfaden.members.MemberPasswords;
import org.rotfaden.members.Members;
import org.rotfaden.members.Right;
import org.rotfaden.members.RoleEvent;
import org.rotfaden.organisation.memberships.MembershipCorrections;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.BornDialog;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.PasswordDialog;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Rows;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Undoable;

/// The members and what they may do, for administrators.
@Route(Paths.MEMBERS)
@PermitAll
class MembersView extends Div implements HasDynamicTitle {

    private static final int AT_ONCE = 50;

    /// What a row shows of a member.
    private record Shown(Member member, boolean administers) {}

    private final transient Members members;
    private final transient MemberPasswords passwords;
    private final transient MembershipCorrections corrections;
    private final transient Today today;
    private final transient Permissions permissions;
    private final transient Member reader;
    private final TextField filter = new TextField();
    private final Paragraph nobody = new Paragraph(getTranslation("members.nobody"));
    private final Rows<MemberId, Shown> rows =
            new Rows<>(shown -> shown.member().id(), shown -> row(shown));
    private final Act more = new Act(getTranslation("members.more"), () -> showMore());
    private int most = AT_ONCE;
    private transient volatile Set<MemberId> shown = Set.of();

    MembersView(
            Members members,
            MemberPasswords passwords,
            MembershipCorrections corrections,
            Today today,
            Permissions permissions,
            CurrentMember currentMember,
            Live live) {
        this.members = members;
        this.passwords = passwords;
        this.corrections = corrections;
        this.today = today;
        this.permissions = permissions;
        this.reader = members.get(currentMember.get().member());
        addClassName("page");
        rows.addClassName("members");
        more.addClassName("more");
        filter.setPlaceholder(getTranslation("members.filter"));
        filter.setAriaLabel(getTranslation("members.filter"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(_ -> find());
        nobody.getElement().setAttribute("role", "status");
        var tools = new Div(filter);
        tools.addClassName("tools");
        add(head(), tools, nobody, rows, more);
        live.page(this, reader.id(), this::show)
                .hears(MemberEvent.Registered.class)
                .hears(MemberEvent.RightChanged.class)
                .hears(RoleEvent.class, event -> event.where().equals(Subject.ASSOCIATION))
                .onRights(changed -> changed.members().stream().anyMatch(shown::contains))
                .needs(() -> mayAdminister().orRefuse());
    }

    private Div head() {
        var admit =
                new Act(
                        getTranslation("members.admit"),
                        new Icon("plus"),
                        () -> new AdmitDialog(members, reader.id()).open());
        admit.addThemeVariants(ButtonVariant.PRIMARY);
        var head = new Div(new H1(getTranslation("members.title")), admit);
        head.addClassName("page-head");
        return head;
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("members.title"));
    }

    /// Names and addresses go with the right to see them.
    private Decision mayAdminister() {
        return permissions.decide(reader.id(), Permission.ADMINISTER_MEMBERS, Subject.ASSOCIATION);
    }

    /// From the beginning.
    private void find() {
        most = AT_ONCE;
        show();
    }

    private void showMore() {
        most += AT_ONCE;
        show();
    }

    /// Reads one more than it shows, to know whether there are more.
    private void show() {
        List<Member> found = members.list(reader.id(), filter.getValue(), 0, most + 1);
        rows.show(found.stream().limit(most).map(this::shown).toList());
        more.setVisible(found.size() > most);
        nobody.setVisible(found.isEmpty());
        shown = rows.keys();
    }

    private Shown shown(Member member) {
        return new Shown(
                member,
                permissions.allows(member.id(), Permission.ADMINISTER, Subject.ASSOCIATION));
    }

    private MemberRow row(Shown shown) {
        Member member = shown.member();
        return new MemberRow(
                member,
                shown.administers(),
                right -> change(member, right),
                () -> correctBorn(member.id()),
                () -> askAndRenew(member));
    }

    /// Changes at once; whoever slipped takes it back.
    private void change(Member member, Right right) {
        Right before = members.get(member.id()).right();
        rows.renew(member.id());
        try {
            members.changeRight(reader.id(), member.id(), right);
        } finally {
            show();
        }
        String done = getTranslation("members.changed." + right, member.name());
        new Undoable(done, () -> members.changeRight(reader.id(), member.id(), before)).open();
    }

    private void correctBorn(MemberId whose) {
        new BornDialog(
                        members.get(whose),
                        today.date(),
                        day -> corrections.correctBorn(reader.id(), whose, day))
                .open();
    }

    private void askAndRenew(Member member) {
        new Question(
                        getTranslation("members.renew.title", member.name()),
                        getTranslation("members.renew.text"),
                        new Question.Answers(
                                getTranslation("cancel"), getTranslation("members.renew")),
                        () -> new PasswordDialog(passwords.renew(reader.id(), member.id())).open())
                .open();
    }
}

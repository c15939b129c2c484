package org.rotfaden.ui.members;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Map;
import org.rotfaden.members.Member;
import org.rotfaden.members.MemberEvent;
import org.rotfaden.members.Members;
import org.rotfaden.members.Right;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LiveNews;
import org.rotfaden.ui.elements.PasswordDialog;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Undoable;

/// The members and what they may do, for administrators.
@Route(Paths.MEMBERS)
@PermitAll
class MembersView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Members members;
    private final transient Permissions permissions;
    private final transient Member reader;
    private final transient Map<MemberId, MemberRow> shown = new HashMap<>();
    private final UnorderedList rows = new UnorderedList();

    MembersView(
            Members members,
            Permissions permissions,
            CurrentMember currentMember,
            LiveTopics topics) {
        this.members = members;
        this.permissions = permissions;
        this.reader = members.get(currentMember.get().member());
        addClassName("page");
        rows.addClassNames("rows", "members");
        var head = new Div(new H1(getTranslation("members.title")));
        head.addClassName("page-head");
        var admit =
                new Button(
                        getTranslation("members.admit"),
                        new Icon("plus"),
                        _ -> new AdmitDialog(members, reader.id()).open());
        admit.addThemeVariants(ButtonVariant.PRIMARY);
        head.add(admit);
        add(head, rows);
        Live.follow(this, topics, LiveNews.MEMBERS, MemberEvent.class, this::follow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("members.title"));
    }

    private void follow(MemberEvent event) {
        switch (event) {
            case MemberEvent.Registered _ -> show();
            case MemberEvent.RightChanged(var member, _) ->
                    shown.computeIfPresent(member, this::upToDate);
            case MemberEvent.LoggedOut _, MemberEvent.AccessTokenRevoked _ -> {
                // says nothing about what is shown here
            }
        }
    }

    private MemberRow upToDate(MemberId member, MemberRow row) {
        row.show(members.get(member).right());
        return row;
    }

    private void show() {
        rows.removeAll();
        shown.clear();
        members.list(reader.id()).forEach(this::add);
    }

    private void add(Member member) {
        var row =
                new MemberRow(
                        member,
                        permissions.allows(member.id(), Permission.ADMINISTER, Subject.ASSOCIATION),
                        right -> change(member, right),
                        () -> askAndRenew(member));
        shown.put(member.id(), row);
        rows.add(row);
    }

    /// Changes at once; whoever slipped takes it back.
    private void change(Member member, Right right) {
        Right before = members.get(member.id()).right();
        members.changeRight(reader.id(), member.id(), right);
        String done = getTranslation("members.changed." + right, member.name());
        new Undoable(done, () -> members.changeRight(reader.id(), member.id(), before)).open();
    }

    private void askAndRenew(Member member) {
        new Question(
                        getTranslation("members.renew.title", member.name()),
                        getTranslation("members.renew.text"),
                        new Question.Answers(
                                getTranslation("cancel"), getTranslation("members.renew")),
                        () ->
                                new PasswordDialog(members.renewPassword(reader.id(), member.id()))
                                        .open())
                .open();
    }
}

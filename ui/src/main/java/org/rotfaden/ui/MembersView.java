package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.members.Right;
import org.rotfaden.security.CurrentMember;

/// The members and what they may do, for administrators.
@Route(value = "mitglieder", layout = MainLayout.class)
@PermitAll
class MembersView extends Div implements HasDynamicTitle {

    private static final int UNDO_MILLIS = 8_000;

    private final transient Members members;
    private final transient Member reader;
    private final UnorderedList rows = new UnorderedList();

    MembersView(Members members, CurrentMember currentMember) {
        this.members = members;
        this.reader = members.get(currentMember.get().member());
        addClassName("page");
        rows.addClassName("members");
        add(new Header(new H1(getTranslation("members.title"))));
        if (reader.administrator()) {
            add(rows);
            show();
        } else {
            add(new Paragraph(getTranslation("problem.ONLY_ADMINISTRATORS")));
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("members.title"));
    }

    private void show() {
        rows.removeAll();
        members.list().forEach(member -> rows.add(row(member)));
    }

    private ListItem row(Member member) {
        var name = new Span(member.name());
        name.addClassName("name");
        var email = new Span(member.email().value());
        email.addClassName("about");
        var right = new Select<Right>();
        right.setItems(Right.values());
        right.setItemLabelGenerator(value -> getTranslation("right." + value));
        right.setValue(member.right());
        right.setAriaLabel(getTranslation("members.right-of", member.name()));
        right.addValueChangeListener(
                change -> {
                    if (change.isFromClient()) {
                        change(member, change.getValue(), change.getOldValue());
                    }
                });
        return new ListItem(new Div(name, email), right);
    }

    private void change(Member member, Right right, Right before) {
        members.changeRight(reader.id(), member.id(), right);
        var notice = new Notification();
        notice.setDuration(UNDO_MILLIS);
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        var undo =
                new Button(
                        getTranslation("undo"),
                        _ -> {
                            members.changeRight(reader.id(), member.id(), before);
                            notice.close();
                            show();
                        });
        notice.add(
                new Span(getTranslation("members.changed", member.name(), getTranslation("right." + right))), undo);
        notice.open();
    }
}

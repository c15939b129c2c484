package org.rotfaden.ui.groups;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.Participation;
import org.rotfaden.organisation.groups.Participation.State;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Undoable;
import org.rotfaden.ui.elements.Why;

/// How the reader stands to a group, and what she can do about it.
final class MyPart extends Div {

    private final transient GroupsAtWork work;
    private final transient WorkingGroup group;
    private final transient MemberId reader;

    MyPart(GroupsAtWork work, WorkingGroup group, MemberId reader) {
        this.work = work;
        this.group = group;
        this.reader = reader;
        addClassName("my-part");
        Optional<State> state =
                work.groups().participation(group.id(), reader).map(Participation::state);
        state.ifPresentOrElse(this::show, this::offerToJoin);
    }

    private void show(State state) {
        switch (state) {
            case ASKED -> say("group.asked", act("group.withdraw", this::leave));
            case INVITED -> {
                if (!group.isArchived()) {
                    say(
                            "group.invited",
                            primary("group.accept", this::join),
                            act("group.decline", this::leave));
                }
            }
            case MEMBER -> say("group.member", act("group.leave", this::askAndLeave));
            case HOST -> {
                if (group.isArchived()) {
                    say("group.host", act("group.leave", this::askAndLeave));
                } else {
                    say(
                            "group.host",
                            act("group.hand-over", this::handOver),
                            act("group.leave", this::leaveAsHost));
                }
            }
        }
    }

    private void offerToJoin() {
        if (group.isArchived() || group.admission() == Admission.INVITED) {
            return;
        }
        Decision mayJoin =
                work.permissions().decide(reader, Permission.FOUND_GROUPS, Subject.ASSOCIATION);
        Button join = primary("group.join." + group.admission(), this::join);
        join.setEnabled(mayJoin.allowed());
        add(acts(join));
        if (!mayJoin.allowed()) {
            add(new Why(work.whyNot().of(mayJoin, Subject.ASSOCIATION, reader, getLocale())));
        }
    }

    private void join() {
        work.groups().join(reader, group.id());
    }

    private void leave() {
        work.groups().leave(reader, group.id(), reader);
    }

    /// Where one comes in again by oneself, leaving is taken back instead of asked about.
    private void askAndLeave() {
        if (group.admission() == Admission.OPEN && !group.isArchived()) {
            leave();
            new Undoable(getTranslation("group.left", group.name()), this::join).open();
        } else {
            new Question(
                            getTranslation("group.leave.title", group.name()),
                            getTranslation("group.leave.text", group.name()),
                            new Question.Answers(
                                    getTranslation("cancel"), getTranslation("group.leave")),
                            this::leave)
                    .open();
        }
    }

    private void leaveAsHost() {
        List<MemberId> hosts = work.groups().hosts(group.id());
        if (hosts.size() > 1) {
            askAndLeave();
        } else {
            new LastHostDialog(work, group, reader).open();
        }
    }

    private void handOver() {
        new HandOverGroupDialog(work, group, reader, false).open();
    }

    private void say(String key, Button... buttons) {
        add(new Paragraph(new Span(getTranslation(key))), acts(buttons));
    }

    private static Div acts(Button... buttons) {
        var acts = new Div(buttons);
        acts.addClassName("acts");
        return acts;
    }

    private Button act(String key, Runnable action) {
        return new Act(getTranslation(key), () -> action.run());
    }

    private Button primary(String key, Runnable action) {
        Button button = act(key, action);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }
}

package org.rotfaden.ui.groups;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.groups.Participation;
import org.rotfaden.organisation.groups.Participation.State;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Undoable;
import org.rotfaden.ui.elements.Why;

/// Who hosts a group and who takes part; hosts let in, turn away and make others hosts.
final class GroupPeople extends Section {

    private static final int AT_ONCE = 100;

    private final transient GroupsAtWork work;
    private final transient WorkingGroup group;
    private final transient MemberId reader;
    private final boolean hosts;
    private final boolean makesHosts;

    /// Those with a page that the reader may open.
    private transient Set<MemberId> known = Set.of();

    private GroupPeople(GroupsAtWork work, WorkingGroup group, MemberId reader) {
        this.work = work;
        this.group = group;
        this.reader = reader;
        this.hosts =
                work.permissions().allows(reader, Permission.HOST, group.id().subject())
                        && !group.isArchived();
        this.makesHosts =
                !group.isArchived() && work.groups().mayMakeHosts(reader, group).allowed();
        addClassName("group-people");
    }

    /// All that the reader may see.
    static GroupPeople all(GroupsAtWork work, WorkingGroup group, MemberId reader) {
        var people = new GroupPeople(work, group, reader);
        Decision maySee = people.maySee();
        if (maySee.allowed()) {
            people.show(List.of(State.ASKED, State.HOST, State.MEMBER, State.INVITED));
        } else {
            people.showHosts();
            people.showCount(maySee);
        }
        return people;
    }

    /// Who hosts it and, for those, who waits for them to decide.
    static GroupPeople leading(GroupsAtWork work, WorkingGroup group, MemberId reader) {
        var people = new GroupPeople(work, group, reader);
        if (people.maySee().allowed()) {
            people.show(people.hosts ? List.of(State.ASKED, State.HOST) : List.of(State.HOST));
        } else {
            people.showHosts();
        }
        return people;
    }

    private Decision maySee() {
        return work.permissions().decide(reader, Permission.SEE_MEMBERS, group.id().subject());
    }

    private void showHosts() {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "people");
        List<MemberId> leading = work.groups().hosts(group.id());
        known = work.directory().visible(reader, leading);
        work.people(leading).forEach(host -> rows.add(new ListItem(name(host))));
        add(new H2(getTranslation("group.hosts")), rows);
    }

    private void showCount(Decision maySee) {
        add(
                new H2(getTranslation("group.members")),
                new Paragraph(getTranslation("group.count", work.groups().count(group.id()))),
                new Why(work.whyNot().of(maySee, group.id().subject(), reader, getLocale())));
    }

    private void show(List<State> states) {
        List<Participation> all =
                work.groups().participations(reader, group.id()).stream()
                        .filter(taking -> states.contains(taking.state()))
                        .toList();
        Map<MemberId, Member> people =
                work.members().some(all.stream().map(Participation::member).toList());
        known = work.directory().visible(reader, people.keySet());
        states.forEach(state -> show(all, state, title(state), people));
    }

    private static String title(State state) {
        return switch (state) {
            case ASKED -> "group.asking";
            case HOST -> "group.hosts";
            case MEMBER -> "group.members";
            case INVITED -> "group.invited-people";
        };
    }

    private void show(
            List<Participation> all, State state, String title, Map<MemberId, Member> people) {
        List<Participation> some =
                all.stream()
                        .filter(taking -> taking.state() == state)
                        .filter(taking -> people.containsKey(taking.member()))
                        .toList();
        if (some.isEmpty()) {
            return;
        }
        var rows = new UnorderedList();
        rows.addClassNames("rows", "people");
        some.stream().limit(AT_ONCE).forEach(taking -> rows.add(row(taking, people)));
        add(new H2(getTranslation(title)), rows);
        if (some.size() > AT_ONCE) {
            var more = new Act(getTranslation("group.people.more", some.size() - AT_ONCE));
            more.does(() -> {
                some.stream().skip(AT_ONCE).forEach(taking -> rows.add(row(taking, people)));
                more.removeFromParent();
            });
            add(more);
        }
    }

    private ListItem row(Participation taking, Map<MemberId, Member> people) {
        Member person = requireNonNull(people.get(taking.member()));
        var row = new ListItem(name(person));
        if (hosts) {
            row.add(acts(taking.state(), person));
        } else if (makesHosts && taking.state() == State.MEMBER) {
            row.add(acts(makingHost(person)));
        }
        return row;
    }

    private Div acts(State state, Member person) {
        return switch (state) {
            case ASKED ->
                    acts(
                            act("group.let-in", person, () -> admit(person)),
                            act("group.turn-away", person, () -> askAndTurnAway(person)));
            case INVITED -> acts(act("group.uninvite", person, () -> uninvite(person)));
            case MEMBER ->
                    acts(
                            makingHost(person),
                            act("group.remove", person, () -> askAndRemove(person)));
            case HOST ->
                    person.id().equals(reader)
                            ? acts()
                            : acts(act("group.host-no-longer", person, () -> demote(person)));
        };
    }

    private static Div acts(Button... buttons) {
        var acts = new Div(buttons);
        acts.addClassName("acts");
        return acts;
    }

    private Button makingHost(Member person) {
        return act("group.make-host", person, () -> makeHost(person));
    }

    private Button act(String key, Member person, Runnable action) {
        var button = new Act(getTranslation(key), () -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(key) + ": " + person.name());
        return button;
    }

    private void admit(Member person) {
        work.groups().admit(reader, group.id(), person.id());
        new Undoable(getTranslation("group.let-in.done", person.name()), () -> remove(person))
                .open();
    }

    private void uninvite(Member person) {
        remove(person);
        new Undoable(
                        getTranslation("group.uninvited", person.name()),
                        () -> work.groups().admit(reader, group.id(), person.id()))
                .open();
    }

    private void askAndTurnAway(Member person) {
        new Question(
                        getTranslation("group.turn-away.title", person.name()),
                        getTranslation("group.turn-away.text"),
                        new Question.Answers(
                                getTranslation("cancel"), getTranslation("group.turn-away")),
                        () -> remove(person))
                .open();
    }

    private void remove(Member person) {
        work.groups().leave(reader, group.id(), person.id());
    }

    private void askAndRemove(Member person) {
        new Question(
                        getTranslation("group.remove.title", person.name()),
                        getTranslation("group.remove.text", group.name()),
                        new Question.Answers(
                                getTranslation("cancel"), getTranslation("group.remove")),
                        () -> remove(person))
                .open();
    }

    private void makeHost(Member person) {
        work.groups().makeHost(reader, group.id(), person.id());
        new Undoable(
                        getTranslation("group.host-made", person.name()),
                        () -> work.groups().hostNoLonger(reader, group.id(), person.id()))
                .open();
    }

    private void demote(Member person) {
        work.groups().hostNoLonger(reader, group.id(), person.id());
        new Undoable(
                        getTranslation("group.host-no-longer.done", person.name()),
                        () -> work.groups().makeHost(reader, group.id(), person.id()))
                .open();
    }

    private Component name(Member person) {
        if (!known.contains(person.id())) {
            return new Span(person.name());
        }
        var link = new PageLink(Paths.person(person.slug()), person.name());
        link.addClassName("row-title");
        return link;
    }
}

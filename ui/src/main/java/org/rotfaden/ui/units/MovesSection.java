package org.rotfaden.ui.units;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.memberships.HomeMove;
import org.rotfaden.organisation.memberships.HomeMoveId;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.Question;

/// Who moves to a unit and away from it; the new home decides, the old one sees it.
final class MovesSection extends Section {

    private final transient UnitsAtWork work;
    private final transient Unit unit;
    private final transient MemberId reader;

    MovesSection(UnitsAtWork work, Live live, Unit unit, MemberId reader) {
        this.work = work;
        this.unit = unit;
        this.reader = reader;
        live.page(this, reader, this::show)
                .hears(
                        MembershipEvent.MoveAsked.class,
                        event -> isOneOf(List.of(event.from(), event.to())))
                .hears(MembershipEvent.Changed.class, event -> isOneOf(event.units()));
    }

    private boolean isOneOf(List<UnitId> units) {
        return units.contains(unit.id());
    }

    private void show() {
        removeAll();
        List<HomeMove> moves = work.moves().around(reader, unit.id());
        if (moves.isEmpty()) {
            return;
        }
        Map<MemberId, Member> people = work.people(moves.stream().map(HomeMove::member).toList());
        var rows = new UnorderedList();
        rows.addClassNames("rows", "members");
        moves.forEach(move -> {
            Member member = people.get(move.member());
            rows.add(row(move, member == null ? "" : member.name()));
        });
        add(new H2(getTranslation("moves.title")), rows);
    }

    private ListItem row(HomeMove move, String member) {
        var name = new Span(member);
        name.addClassName("row-title");
        var about =
                new Div(
                        getTranslation(
                                "move." + move.state(),
                                work.units().get(move.from()).name(),
                                work.units().get(move.to()).name(),
                                Day.inWords(
                                        move.decidedOn() == null
                                                ? move.askedOn()
                                                : move.decidedOn(),
                                        getLocale())));
        about.addClassName("about");
        var person = new Div(name, about);
        person.addClassName("person");
        var row = new ListItem(person);
        if (move.state() == HomeMove.State.ASKED && move.to().equals(unit.id())) {
            var accept =
                    new Act(
                            getTranslation("move.accept"),
                            () -> ask("move.accept", move, member, work.moves()::accept));
            accept.setAriaLabel(getTranslation("move.accept-of", member));
            var decline =
                    new Act(
                            getTranslation("move.decline"),
                            () -> ask("move.decline", move, member, work.moves()::decline));
            decline.addThemeVariants(ButtonVariant.TERTIARY);
            decline.setAriaLabel(getTranslation("move.decline-of", member));
            var acts = new Div(accept, decline);
            acts.addClassName("acts");
            row.add(acts);
        }
        return row;
    }

    private void ask(
            String words, HomeMove move, String member, BiConsumer<MemberId, HomeMoveId> decide) {
        String from = work.units().get(move.from()).name();
        new Question(
                        getTranslation(words + ".question", member, unit.name()),
                        getTranslation(words + ".effect", member, unit.name(), from),
                        new Question.Answers(getTranslation("cancel"), getTranslation(words)),
                        () -> decide.accept(reader, move.id()))
                .open();
    }
}

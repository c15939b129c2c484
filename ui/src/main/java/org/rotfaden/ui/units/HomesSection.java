package org.rotfaden.ui.units;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import org.rotfaden.organisation.memberships.EndedBecause;
import org.rotfaden.organisation.memberships.HomeMove;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Undoable;

/// Where a member is at home, where she moves and which units she follows, on her own account.
final class HomesSection extends Section {

    private final transient UnitsAtWork work;
    private final transient MemberId member;

    HomesSection(UnitsAtWork work, Live live, MemberId member) {
        this.work = work;
        this.member = member;
        addClassName("homes");
        live.page(this, member, this::show)
                .hears(MembershipEvent.class, event -> event.member().equals(member))
                .hears(UnitEvent.class);
    }

    private void show() {
        removeAll();
        add(new H2(getTranslation("homes.title")));
        List<Membership> homes = work.memberships().current(member);
        if (homes.isEmpty()) {
            add(new Paragraph(getTranslation("homes.none")));
        }
        var rows = rows();
        homes.forEach(home -> rows.add(home(home)));
        work.corrections().leftToday(member).forEach(left -> rows.add(left(left)));
        if (rows.getChildren().findAny().isPresent()) {
            add(rows);
        }
        work.moves().openOf(member).ifPresent(move -> add(asked(move)));
        showFollowed();
    }

    private ListItem home(Membership home) {
        Unit unit = work.units().get(home.unit());
        var about =
                new Div(
                        new Span(work.structure().tree(unit.tree()).name() + " · "),
                        new Span(term(home)));
        about.addClassName("about");
        var place = new Div(nameOf(unit), about);
        place.addClassName("person");
        var acts = new Div();
        acts.addClassName("acts");
        if (work.moves().openOf(member).isEmpty()) {
            acts.add(act("homes.move", unit, () -> new MoveHomeDialog(work, member, unit).open()));
        }
        acts.add(act("homes.leave", unit, () -> askAndLeave(home, unit)));
        return new ListItem(place, acts);
    }

    private ListItem left(Membership left) {
        Unit unit = work.units().get(left.unit());
        var about = new Div(getTranslation("homes.left-today"));
        about.addClassName("about");
        var name = new Span(unit.name());
        name.addClassName("row-title");
        var place = new Div(name, about);
        place.addClassName("person");
        return new ListItem(
                place,
                act("homes.stay", unit, () -> work.corrections().continueAgain(member, left.id())));
    }

    private static PageLink nameOf(Unit unit) {
        var name = PageLink.named(Paths.unit(unit.slug()), unit.name());
        name.addClassName("row-title");
        return name;
    }

    private Button act(String words, Unit unit, Runnable act) {
        var button = new Act(getTranslation(words), () -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(words + "-of", unit.name()));
        return button;
    }

    private String term(Membership home) {
        String kind = getTranslation("membership.kind." + home.kind());
        String since = Day.inWords(home.term().from(), getLocale());
        return home.term()
                .end()
                .map(last ->
                        getTranslation(
                                home.because() == EndedBecause.AGE_LIMIT
                                        ? "homes.age-limit"
                                        : "homes.ends",
                                kind,
                                since,
                                Day.inWords(last, getLocale())))
                .orElseGet(() -> getTranslation("homes.since", kind, since));
    }

    private Div asked(HomeMove move) {
        var withdraw =
                new Act(
                        getTranslation("homes.withdraw"),
                        () -> work.moves().withdraw(member, move.id()));
        withdraw.addThemeVariants(ButtonVariant.TERTIARY);
        var asked =
                new Div(
                        new Span(
                                getTranslation(
                                        "homes.asked",
                                        Day.inWords(move.askedOn(), getLocale()),
                                        work.units().get(move.to()).name())),
                        withdraw);
        asked.addClassName("with-why");
        return asked;
    }

    private void askAndLeave(Membership home, Unit unit) {
        new Question(
                        getTranslation("homes.leave.question", unit.name()),
                        getTranslation(
                                isTheLast() ? "homes.leave.effect.last" : "homes.leave.effect"),
                        new Question.Answers(
                                getTranslation("cancel"), getTranslation("homes.leave")),
                        () -> leave(home, unit))
                .open();
    }

    private boolean isTheLast() {
        return work.memberships().current(member).size() == 1;
    }

    private void leave(Membership home, Unit unit) {
        work.memberships().end(member, home.id(), work.calendar().date().minusDays(1));
        new Undoable(
                        getTranslation("homes.left", unit.name()),
                        () -> work.corrections().continueAgain(member, home.id()))
                .open();
    }

    private void showFollowed() {
        List<Unit> followed =
                work.followings().of(member).stream()
                        .map(work.units()::get)
                        .sorted(Comparator.comparing(Unit::name))
                        .toList();
        if (!followed.isEmpty()) {
            var rows = rows();
            followed.forEach(unit -> rows.add(followed(unit)));
            add(new H3(getTranslation("homes.following")), rows);
        }
    }

    private ListItem followed(Unit unit) {
        var place = new Div(nameOf(unit));
        place.addClassName("person");
        var unfollow = act("homes.unfollow", unit, () -> unfollow(unit));
        return new ListItem(place, unfollow);
    }

    private void unfollow(Unit unit) {
        work.followings().unfollow(member, unit.id());
        new Undoable(
                        getTranslation("homes.unfollowed", unit.name()),
                        () -> work.followings().follow(member, unit.id()))
                .open();
    }

    private static UnorderedList rows() {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "members");
        return rows;
    }
}

package org.rotfaden.ui.units;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.memberships.HeadcountEvent;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.organisation.memberships.MembershipId;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.RuleEvent;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.BornDialog;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.RowMenu;
import org.rotfaden.ui.elements.Rows;
import org.rotfaden.ui.elements.Undoable;
import org.rotfaden.ui.elements.Why;
import org.rotfaden.ui.elements.WhyNot;

/// Who is at home in a unit: how many for everybody, names for those who may see them.
final class MembersSection extends Section {

    private static final int AT_ONCE = 25;
    private static final int MOST_COMING = 100;

    /// What a row shows of a member.
    ///
    /// @param acts whether the reader administers members here
    private record Shown(Membership membership, Member member, boolean acts, boolean hasAgeLimit) {}

    private final transient UnitsAtWork work;
    private final transient Unit unit;
    private final transient MemberId reader;
    private final transient WhyNot whyNot;
    private final Paragraph count = new Paragraph();
    private final Div why = new Div();
    private final Rows<MembershipId, Shown> rows =
            new Rows<>(shown -> shown.membership().id(), shown -> row(shown));
    private final Act more = new Act("", () -> showMore());
    private final Div administration = new Div();
    private int most = AT_ONCE;

    MembersSection(UnitsAtWork work, Live live, WhyNot whyNot, Unit unit, MemberId reader) {
        this.work = work;
        this.whyNot = whyNot;
        this.unit = unit;
        this.reader = reader;
        rows.addClassName("members");
        more.addThemeVariants(ButtonVariant.TERTIARY);
        add(new H2(getTranslation("unit.members")), count, why, rows, more, administration);
        live.page(this, reader, this::show)
                .hears(MembershipEvent.Changed.class, event -> event.units().contains(unit.id()))
                .hears(HeadcountEvent.Changed.class, event -> event.units().contains(unit.id()))
                .hears(RuleEvent.Set.class, event -> event.rule() == Rule.AGE_LIMIT);
    }

    private void showMore() {
        most += AT_ONCE;
        show();
    }

    private void show() {
        int here = work.memberships().count(unit.id());
        count.setText(howMany(here));
        Decision maySee =
                work.permissions().decide(reader, Permission.SEE_MEMBERS, unit.id().subject());
        if (maySee.allowed()) {
            rows.show(members());
            why.removeAll();
        } else if (why.getComponentCount() == 0) {
            rows.show(List.of());
            why.add(
                    new Why(
                            getTranslation("unit.members.why"),
                            whyNot.of(maySee, unit.id().subject(), reader, getLocale())));
        }
        more.setVisible(maySee.allowed() && here > most);
        more.setText(getTranslation("unit.members.more", here - most));
        administration.removeAll();
        if (administers() && !unit.isOver()) {
            var takeIn =
                    new Act(
                            getTranslation("unit.take-in"),
                            () -> new TakeInDialog(work, reader, unit).open());
            takeIn.addThemeVariants(ButtonVariant.TERTIARY);
            administration.add(takeIn);
            showComing();
        }
    }

    private List<Shown> members() {
        List<Membership> memberships = work.memberships().in(reader, unit.id(), 0, most);
        Map<MemberId, Member> people =
                work.people(memberships.stream().map(Membership::member).toList());
        boolean acts = administers();
        boolean hasAgeLimit = work.rules().inForce(unit.id(), Rule.AGE_LIMIT).isPresent();
        return memberships.stream()
                .filter(membership -> people.containsKey(membership.member()))
                .map(membership ->
                        new Shown(
                                membership,
                                requireNonNull(people.get(membership.member())),
                                acts,
                                hasAgeLimit))
                .toList();
    }

    private void showComing() {
        List<Membership> coming = work.memberships().comingTo(reader, unit.id(), MOST_COMING);
        if (coming.isEmpty()) {
            return;
        }
        Map<MemberId, Member> people =
                work.people(coming.stream().map(Membership::member).toList());
        var list = new UnorderedList();
        list.addClassNames("rows", "members");
        coming.forEach(membership -> {
            Member member = people.get(membership.member());
            if (member != null) {
                list.add(comingRow(membership, member));
            }
        });
        administration.add(new H3(getTranslation("unit.coming")), list);
    }

    private ListItem comingRow(Membership membership, Member member) {
        var callOff =
                new Act(
                        getTranslation("membership.call-off"),
                        () -> callOff(membership, member.name()));
        callOff.addThemeVariants(ButtonVariant.TERTIARY);
        callOff.setAriaLabel(getTranslation("membership.call-off-of", member.name()));
        String first = Day.inWords(membership.term().from(), getLocale());
        return new ListItem(
                person(member, getTranslation("membership.from", about(membership), first)),
                callOff);
    }

    private void callOff(Membership membership, String name) {
        work.corrections().takeBack(reader, membership.id());
        new Undoable(
                        getTranslation("membership.called-off", name),
                        () -> work.memberships().begin(reader, membership.again()))
                .open();
    }

    private String howMany(int count) {
        int within = work.memberships().countWithin(unit.id());
        return within > count
                ? getTranslation("unit.members.count-within", count, within)
                : getTranslation("unit.members.count", count);
    }

    private boolean administers() {
        return work.allows(reader, Permission.ADMINISTER_MEMBERS, unit.id());
    }

    private ListItem row(Shown shown) {
        Membership membership = shown.membership();
        Member member = shown.member();
        var row = new ListItem(person(member, about(membership)));
        if (shown.acts()) {
            var acts = new RowMenu(member.name());
            if (shown.hasAgeLimit()) {
                acts.with(getTranslation("born"), () -> correctBorn(member.id()));
            }
            row.add(
                    acts.with(
                            getTranslation("membership.end"),
                            () -> end(membership, member.name())));
        }
        return row;
    }

    private static Div person(Member member, String words) {
        var name = new PageLink(Paths.person(member.slug()), member.name());
        var about = new Div(new Span(words));
        about.addClassName("about");
        var person = new Div(name, about);
        return person;
    }

    private void correctBorn(MemberId whose) {
        new BornDialog(
                        work.members().get(whose),
                        work.calendar().date(),
                        day -> work.corrections().correctBorn(reader, whose, day))
                .open();
    }

    private String about(Membership membership) {
        String kind = getTranslation("membership.kind." + membership.kind());
        return membership
                .term()
                .end()
                .map(last ->
                        getTranslation("membership.until", kind, Day.inWords(last, getLocale())))
                .orElse(kind);
    }

    private void end(Membership membership, String name) {
        LocalDate yesterday = work.calendar().date().minusDays(1);
        work.memberships().end(reader, membership.id(), yesterday);
        new Undoable(
                        getTranslation("membership.ended", name, unit.name()),
                        () -> work.corrections().continueAgain(reader, membership.id()))
                .open();
    }
}

package org.rotfaden.ui.start;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rotfaden.members.Member;
import org.rotfaden.motions.MotionQuery;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.organisation.directory.Belonging.Kind;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.DeviceSetting;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.ThreadLine;
import org.rotfaden.ui.elements.ThreadLine.Knot;

/// The first visit: where one is at home, who leads there, three steps. For whoever administers an
/// association that is being built the steps are those that build it. It goes when all is done, or
/// when it is put away on this device.
final class FirstSteps extends Section {

    private static final DeviceSetting PUT_AWAY = new DeviceSetting("rotfaden-steps");

    private static final int LEADERS = 5;

    /// A step and whether it is done.
    private record Step(String words, String path, boolean isDone) {}

    private final transient StartParts parts;
    private final transient MemberId reader;
    private boolean isPutAway;

    FirstSteps(StartParts parts, MemberId reader) {
        this.parts = parts;
        this.reader = reader;
        isPutAway = PUT_AWAY.find(VaadinServletRequest.getCurrent()).isPresent();
        addClassName("first-steps");
        setVisible(false);
        parts.live().page(this, reader, this::show).hears(UnitEvent.class);
    }

    private void show() {
        removeAll();
        boolean isForNobody = isPutAway || parts.permissions().hasLeft(reader);
        List<Belonging> places = isForNobody ? List.of() : parts.directory().placesOf(reader);
        List<Step> steps = isForNobody ? List.of() : steps(places);
        boolean isAllDone = steps.stream().allMatch(Step::isDone);
        setVisible(!isAllDone);
        if (!isAllDone) {
            add(new H2(getTranslation("start.first")));
            places.stream()
                    .filter(place -> place.kind() == Kind.HOME)
                    .findFirst()
                    .ifPresent(this::showHome);
            add(new ThreadLine(getTranslation("start.first.steps"), knots(steps)), putAway());
        }
    }

    private List<Step> steps(List<Belonging> places) {
        boolean administers =
                parts.permissions().allows(reader, Permission.ADMINISTER, Subject.ASSOCIATION);
        List<Step> building = administers ? stepsOfBuilders() : List.of();
        return building.stream().allMatch(Step::isDone) ? stepsOfMembers(places) : building;
    }

    private List<Step> stepsOfBuilders() {
        return List.of(
                new Step(
                        "start.first.units",
                        Paths.UNITS,
                        !parts.units().structure().current().isEmpty()),
                new Step("start.first.board", Paths.UNITS, parts.elections().isBegun()),
                new Step(
                        "start.first.members",
                        Paths.MEMBERS,
                        parts.members().list(reader, "", 0, 2).size() > 1));
    }

    private List<Step> stepsOfMembers(List<Belonging> places) {
        boolean takesPart =
                places.stream()
                        .anyMatch(one -> one.kind() == Kind.GROUP || one.kind() == Kind.FOLLOWED);
        String home =
                places.stream()
                        .filter(one -> one.kind() == Kind.HOME)
                        .map(one -> one.place().path())
                        .findFirst()
                        .orElse(Paths.UNITS);
        boolean hasWritten = parts.motions().count(MotionQuery.ALL.begunBy(reader), reader) > 0;
        boolean mayWrite = parts.permissions().allows(reader, Permission.ACT_FOR, reader.subject());
        if (!mayWrite) {
            return List.of(
                    new Step("start.first.home", home, takesPart),
                    new Step("start.first.follow", Paths.UNITS, takesPart));
        }
        return List.of(
                new Step("start.first.home", home, takesPart || hasWritten),
                new Step("start.first.groups", Paths.GROUPS, takesPart),
                new Step("start.first.motion", Paths.MOTIONS, hasWritten));
    }

    /// The first that is not done is the next.
    private List<Knot> knots(List<Step> steps) {
        List<Knot> knots = new ArrayList<>();
        boolean isNextFound = false;
        for (Step step : steps) {
            String words = getTranslation(step.words());
            if (step.isDone()) {
                knots.add(Knot.done(words).leadingTo(step.path()));
            } else {
                knots.add(
                        (isNextFound ? Knot.next(words) : Knot.now(words)).leadingTo(step.path()));
                isNextFound = true;
            }
        }
        return knots;
    }

    private void showHome(Belonging home) {
        var line =
                new Paragraph(
                        new Span(getTranslation("start.first.at-home") + " "),
                        PageLink.named(home.place().path(), home.place().name()),
                        new Span(". "));
        home.unit().ifPresent(unit -> addLeaders(line, unit));
        add(line);
    }

    private void addLeaders(Paragraph line, UnitId unit) {
        List<Office> leaders =
                parts.bodies().of(unit).stream()
                        .filter(body -> body.kind() == BodyKind.EXECUTIVE_COMMITTEE)
                        .flatMap(body -> parts.offices().in(body.id()).stream())
                        .limit(LEADERS)
                        .toList();
        Map<MemberId, Member> people =
                parts.members().some(leaders.stream().map(Office::member).toList());
        if (leaders.isEmpty()) {
            return;
        }
        line.add(new Span(getTranslation("start.first.leaders") + " "));
        boolean isFirst = true;
        for (Office office : leaders) {
            Member person = people.get(office.member());
            if (person != null) {
                line.add(
                        new Span(isFirst ? "" : ", "),
                        new PageLink(Paths.person(person.slug()), person.name()),
                        new Span(" (" + office.title() + ")"));
                isFirst = false;
            }
        }
        line.add(new Span("."));
    }

    private Act putAway() {
        var putAway =
                new Act(
                        getTranslation("start.first.put-away"),
                        () -> {
                            PUT_AWAY.keep(
                                    "",
                                    VaadinServletRequest.getCurrent(),
                                    VaadinServletResponse.getCurrent());
                            isPutAway = true;
                            show();
                        });
        putAway.addThemeVariants(ButtonVariant.TERTIARY);
        return putAway;
    }
}

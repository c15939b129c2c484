package org.rotfaden.ui.bodies;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.ElectionId;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.DataLanguage;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PersonPicker;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Trouble;
import org.rotfaden.ui.elements.Undoable;

/// "Newly elected": the succession in a body, written down in one form. What is filled in outlives
/// a reload.
@Route(Paths.BODIES + "/:slug/" + BodyPaths.NEWLY_ELECTED)
@PermitAll
class SuccessionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient OfficesAtWork work;
    private final transient ElectionEffect effect;
    private final transient Permissions permissions;
    private final transient MemberId by;
    private final List<SeatFields> seats = new ArrayList<>();
    private final Div trouble = new Div();
    private final transient LivePage live;
    private transient @Nullable Body body;
    private @Nullable ElectionFields fields;
    private @Nullable Question question;

    SuccessionView(
            OfficesAtWork work,
            Units units,
            Permissions permissions,
            CurrentMember currentMember,
            Live live) {
        this.work = work;
        this.effect = new ElectionEffect(work, units);
        this.permissions = permissions;
        this.by = currentMember.get().member();
        addClassNames("page", "succession-page");
        this.live =
                live.page(this, by, () -> {})
                        .needs(() -> mayElect(requireNonNull(body)).orRefuse())
                        .closesWith(this::closed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Body found =
                event.getRouteParameters()
                        .get("slug")
                        .flatMap(work.bodies()::find)
                        .orElseThrow(NotFoundException::new);
        mayElect(found).orRefuse();
        body = found;
        live.looksAt(List.of(found.id().subject()));
        show(found);
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("succession.title"));
    }

    /// Whoever may no longer write down who was elected is told why, at once.
    private List<Component> closed(String why) {
        if (question != null) {
            question.close();
        }
        return List.of(back(requireNonNull(body)), heading(), new Trouble(null, why));
    }

    private Decision mayElect(Body now) {
        return permissions.decide(by, Permission.ADMINISTER, now.id().subject());
    }

    private void show(Body now) {
        removeAll();
        seats.clear();
        var shown = new ElectionFields(now, work.today(), Optional.empty());
        fields = shown;
        var about = new Paragraph(getTranslation("succession.intro"));
        about.addClassName("about");
        add(back(now), heading(), about, trouble);
        add(new H2(getTranslation("succession.when")), shown);
        add(new H2(getTranslation("succession.who")));
        Map<String, List<Member>> before = holders(now);
        now.seats().forEach(seat -> seats.add(fieldsOf(seat, before)));
        seats.forEach(this::add);
        add(acts(now));
        SuccessionDraft.of(now.id()).ifPresent(this::fillIn);
        shown.electedOn.addValueChangeListener(_ -> keep());
        shown.electedBy.addValueChangeListener(_ -> keep());
        shown.from.addValueChangeListener(_ -> keep());
        shown.lastDay.addValueChangeListener(_ -> keep());
    }

    private static PageLink back(Body now) {
        var back =
                new PageLink(
                        Paths.body(now.slug()),
                        new Icon("back"),
                        DataLanguage.mark(new Span(now.name())));
        back.addClassName("back");
        return back;
    }

    private H1 heading() {
        return new H1(getTranslation("succession.title"));
    }

    private SeatFields fieldsOf(Seat seat, Map<String, List<Member>> before) {
        return new SeatFields(
                seat, before.getOrDefault(seat.title(), List.of()), work.inSightOf(by), this::keep);
    }

    private Map<String, List<Member>> holders(Body now) {
        List<Office> held = work.offices().in(now.id());
        Map<MemberId, Member> people = work.onRecord(by, held).people();
        return held.stream()
                .filter(office -> people.containsKey(office.member()))
                .collect(
                        Collectors.groupingBy(
                                Office::title,
                                Collectors.mapping(
                                        office ->
                                                Objects.requireNonNull(people.get(office.member())),
                                        Collectors.toList())));
    }

    private Div acts(Body now) {
        var elect = new Act(getTranslation("succession.do"), () -> review());
        elect.addThemeVariants(ButtonVariant.PRIMARY);
        var cancel = new Act(getTranslation("cancel"), () -> leave(now));
        var acts = new Div(elect, cancel);
        acts.addClassName("acts");
        return acts;
    }

    private void leave(Body now) {
        SuccessionDraft.drop(now.id());
        getUI().ifPresent(ui -> ui.navigate(Paths.body(now.slug())));
    }

    private void keep() {
        if (body != null && fields != null) {
            new SuccessionDraft(
                            fields.electedOn.getValue(),
                            fields.electedBy.getValue(),
                            fields.from.getValue(),
                            fields.lastDay.getValue(),
                            seats.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    SeatFields::title,
                                                    seat ->
                                                            seat.members().stream()
                                                                    .map(m -> m.id().value())
                                                                    .toList())))
                    .keep(body.id());
        }
    }

    private void fillIn(SuccessionDraft draft) {
        if (fields == null) {
            return;
        }
        fields.electedOn.setValue(draft.electedOn());
        fields.electedBy.setValue(draft.electedBy());
        fields.from.setValue(draft.from());
        fields.lastDay.setValue(draft.lastDay());
        seats.forEach(seat ->
                seat.fill(
                        draft.elected().getOrDefault(seat.title(), List.of()).stream()
                                .map(MemberId::new)
                                .flatMap(member -> work.members().find(member).stream())
                                .toList()));
    }

    /// Checks what was filled in and says what it will do.
    private void review() {
        if (body == null || fields == null) {
            return;
        }
        Body now = body;
        var refusals = new Refusals().othersIn(trouble);
        fields.placeRefusals(refusals);
        refusals.clear();
        Optional<PersonPicker> twice =
                seats.stream().flatMap(seat -> seat.twice().stream()).findFirst();
        List<Election.Elected> elected = seats.stream().flatMap(SeatFields::elected).toList();
        if (twice.isPresent()) {
            Refusals.show(twice.get(), getTranslation("succession.twice"));
        } else if (elected.isEmpty() && !seats.isEmpty()) {
            Refusals.show(seats.getFirst().first(), getTranslation("succession.nobody"));
        } else {
            try {
                fields.election(elected).ifPresent(election -> ask(now, election, refusals));
            } catch (BrokenRule broken) {
                refusals.show(broken);
            }
        }
    }

    private void ask(Body now, Election election, Refusals refusals) {
        var asked =
                new Question(
                        getTranslation("succession.ask.title"),
                        effect.of(now, election, this),
                        new Question.Answers(
                                getTranslation("succession.ask.back"),
                                getTranslation("succession.do")),
                        () -> elect(now, election, refusals));
        question = asked;
        asked.open();
    }

    private void elect(Body now, Election election, Refusals refusals) {
        try {
            ElectionId id = work.offices().elect(by, election, now.version());
            leave(now);
            new Undoable(
                            getTranslation("succession.done", now.name()),
                            () -> work.takeBack(by, now.id(), id))
                    .open();
        } catch (BrokenRule broken) {
            work.bodies().find(now.id()).ifPresent(changed -> body = changed);
            refusals.show(broken);
        }
    }
}

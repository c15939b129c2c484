package org.rotfaden.ui.bodies;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.motions.Motions;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.motions.NewMotion;
import org.rotfaden.ui.motions.OwnedMotions;

/// A body: who holds its offices, who held them, what it writes.
@Route(Paths.BODIES + "/:slug")
@PermitAll
class BodyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Bodies bodies;
    private final transient OfficesAtWork work;
    private final transient Units units;
    private final transient Motions motions;
    private final transient OwnedMotions.Maker owned;
    private final transient Permissions permissions;
    private final transient MemberId reader;
    private final Div above = new Div();
    private String title = "";
    private final transient LivePage live;
    private transient volatile @Nullable Body body;

    BodyView(
            Bodies bodies,
            OfficesAtWork work,
            Units units,
            Motions motions,
            OwnedMotions.Maker owned,
            Permissions permissions,
            CurrentMember currentMember,
            Live live) {
        this.bodies = bodies;
        this.work = work;
        this.units = units;
        this.motions = motions;
        this.owned = owned;
        this.permissions = permissions;
        this.reader = currentMember.get().member();
        addClassNames("page", "body-page");
        above.getElement().setAttribute("tabindex", "-1");
        this.live =
                live.page(this, reader, this::show)
                        .hears(BodyEvent.class, this::isThis)
                        .hears(UnitEvent.class);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Body found =
                event.getRouteParameters()
                        .get("slug")
                        .flatMap(bodies::find)
                        .orElseThrow(NotFoundException::new);
        body = found;
        removeAll();
        add(above, owned.of(found.id().subject(), reader));
        live.show();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(title);
    }

    private boolean isThis(BodyEvent event) {
        Body shown = body;
        return shown != null && event.body().equals(shown.id());
    }

    private void show() {
        show(bodies.get(requireNonNull(body).id()));
    }

    private void show(Body now) {
        body = now;
        live.looksAt(List.of(now.id().subject()));
        Unit unit = units.get(now.unit());
        title = now.name();
        boolean administers = may(Permission.ADMINISTER, now);
        var offices = new OfficesSection(work, now, unit, reader, administers);
        above.removeAll();
        above.add(head(now, unit), about(now), offices, new Succession(work, now, reader));
        if (administers) {
            above.addComponentAtIndex(2, administration(now, unit));
        }
    }

    private Div head(Body now, Unit unit) {
        var from = new PageLink(Paths.unit(unit.slug()), unit.name());
        from.addClassName("overline");
        var head = new Div(new Div(from, new H1(now.name())));
        head.addClassName("page-head");
        if (may(Permission.ACT_FOR, now) && !hasEnded(now)) {
            head.add(NewMotion.button(this, motions, reader, now.id().subject()));
        }
        return head;
    }

    private Div about(Body now) {
        var kind =
                new Div(
                        getTranslation(
                                "body.about",
                                getTranslation("body.kind." + now.kind()),
                                now.termMonths()));
        kind.addClassName("about");
        var about = new Div(kind);
        about.addClassName("body-about");
        now.term()
                .end()
                .ifPresent(last ->
                        about.add(
                                new Paragraph(
                                        getTranslation(
                                                "body.ended", Day.inWords(last, getLocale())))));
        if (!now.composition().isEmpty()) {
            about.add(new Paragraph(now.composition()));
        }
        about.add(
                new PageLink(Paths.rights(Paths.body(now.slug())), getTranslation("rights.link")));
        return about;
    }

    private Div administration(Body now, Unit unit) {
        var acts = new Div();
        acts.addClassName("acts");
        if (hasEnded(now)) {
            return acts;
        }
        var elected =
                new PageLink(
                        BodyPaths.newlyElected(now.slug()),
                        new Span(getTranslation("succession.title")));
        elected.addClassName("quiet");
        var change =
                new Act(
                        getTranslation("body.change"),
                        () -> new ChangeBodyDialog(bodies, reader, now).open());
        acts.add(elected, change);
        if (permissions.allows(reader, Permission.ADMINISTER, unit.id().subject())) {
            acts.add(new Act(getTranslation("body.end"), () -> askAndEnd(now)));
        }
        return acts;
    }

    private void askAndEnd(Body now) {
        long holders =
                work.offices().in(now.id()).stream()
                        .map(office -> office.member())
                        .distinct()
                        .count();
        new Question(
                        getTranslation("body.end.title", now.name()),
                        getTranslation("body.end.text", holders, now.name()),
                        new Question.Answers(getTranslation("cancel"), getTranslation("body.end")),
                        () -> work.offices().endBody(reader, now.id(), now.version()))
                .open();
    }

    private boolean hasEnded(Body now) {
        return now.term().isOverOn(work.today());
    }

    private boolean may(Permission permission, Body now) {
        return permissions.allows(reader, permission, now.id().subject());
    }
}

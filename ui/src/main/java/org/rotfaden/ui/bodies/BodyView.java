package org.rotfaden.ui.bodies;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.rotfaden.ui.discussions.PlaceThreads;
import org.rotfaden.ui.elements.ActsMenu;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.MyRole;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlaceHead;
import org.rotfaden.ui.elements.PlaceShell;
import org.rotfaden.ui.elements.PlaceTab;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.motions.NewMotion;
import org.rotfaden.ui.motions.OwnedMotions;

/// A body: who holds its offices, who held them, what it writes.
@Route(Paths.BODIES + PlaceTab.ROUTE)
@PermitAll
class BodyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final List<PlaceTab> TABS =
            List.of(PlaceTab.OVERVIEW, PlaceTab.THREADS, PlaceTab.MOTIONS, PlaceTab.ABOUT);

    private final transient Bodies bodies;
    private final transient OfficesAtWork work;
    private final transient Units units;
    private final transient NewMotion newMotion;
    private final transient OwnedMotions.Maker owned;
    private final transient PlaceThreads.Maker threads;
    private final transient Permissions permissions;
    private final transient MyRole myRole;
    private final transient MemberId reader;
    private final PlaceShell shell = new PlaceShell();
    private transient Optional<String> address = Optional.empty();
    private PlaceTab tab = PlaceTab.OVERVIEW;
    private String title = "";
    private final transient LivePage live;
    private transient volatile @Nullable Body body;

    BodyView(
            Bodies bodies,
            OfficesAtWork work,
            Units units,
            NewMotion newMotion,
            OwnedMotions.Maker owned,
            PlaceThreads.Maker threads,
            Permissions permissions,
            MyRole myRole,
            CurrentMember currentMember,
            Live live) {
        this.bodies = bodies;
        this.work = work;
        this.units = units;
        this.newMotion = newMotion;
        this.owned = owned;
        this.threads = threads;
        this.permissions = permissions;
        this.myRole = myRole;
        this.reader = currentMember.get().member();
        addClassNames("page", "body-page");
        add(shell);
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
        address = event.getRouteParameters().get("tab");
        shell.showContent();
        live.show();
    }

    @Override
    public String getPageTitle() {
        return shell.title(title, tab);
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
        title = now.name() + " · " + unit.name();
        shell.showHead(head(now, unit));
        List<PlaceTab> tabs = threads.tabs(TABS, now.id().subject(), reader);
        tab = PlaceTab.at(address, tabs);
        shell.showTabs(Paths.body(now.slug()), tabs, tab);
        switch (tab) {
            case OVERVIEW, PEOPLE ->
                    shell.showContent(
                            new OfficesSection(
                                    work, now, unit, reader, may(Permission.ADMINISTER, now)),
                            new Succession(work, now, reader));
            case THREADS -> {
                if (shell.isEmpty()) {
                    shell.showContent(threads.of(now.id().subject(), reader));
                }
            }
            case MOTIONS -> {
                if (shell.isEmpty()) {
                    shell.showContent(owned.of(now.id().subject(), reader));
                }
            }
            case ABOUT -> shell.showContent(about(now));
        }
    }

    private PlaceHead head(Body now, Unit unit) {
        var way =
                List.of(
                        new PageLink(Paths.UNITS, getTranslation("units.title")),
                        PageLink.named(Paths.unit(unit.slug()), unit.name()));
        var head =
                new PlaceHead(way, now.name())
                        .facts(
                                new Span(
                                        getTranslation("body.kind." + now.kind())
                                                + " · "
                                                + unit.name()),
                                myRole.at(
                                        now.id().subject(),
                                        Paths.body(now.slug()),
                                        reader,
                                        getLocale()));
        now.term()
                .end()
                .ifPresent(last ->
                        head.facts(
                                new Span(
                                        getTranslation(
                                                "body.ended", Day.inWords(last, getLocale())))));
        if (hasEnded(now)) {
            return head;
        }
        if (may(Permission.ACT_FOR, now)) {
            head.acts(newMotion.button(this, reader, now.id().subject()));
        }
        return head.acts(administration(now, unit));
    }

    private ActsMenu administration(Body now, Unit unit) {
        var menu = new ActsMenu("place.administer");
        if (may(Permission.ADMINISTER, now)) {
            menu.add(
                    "succession.title",
                    () -> UI.getCurrent().navigate(BodyPaths.newlyElected(now.slug())));
            menu.beginGroup();
            menu.add("body.change", () -> new ChangeBodyDialog(bodies, reader, now).open());
            menu.beginGroup();
            if (permissions.allows(reader, Permission.ADMINISTER, unit.id().subject())) {
                menu.add("body.end", () -> askAndEnd(now));
            }
        }
        return menu;
    }

    private Section about(Body now) {
        var about =
                new Section(
                        new Paragraph(
                                getTranslation(
                                        "body.about",
                                        getTranslation("body.kind." + now.kind()),
                                        now.termMonths())));
        if (!now.composition().isEmpty()) {
            about.add(new Paragraph(now.composition()));
        }
        return about;
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

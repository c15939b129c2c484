package org.rotfaden.ui.units;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.organisation.memberships.HeadcountEvent;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.UnitObjection;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.discussions.PlaceThreads;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.MyRole;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlaceHead;
import org.rotfaden.ui.elements.PlaceShell;
import org.rotfaden.ui.elements.PlaceTab;
import org.rotfaden.ui.elements.Trouble;
import org.rotfaden.ui.elements.Why;
import org.rotfaden.ui.elements.WhyNot;
import org.rotfaden.ui.motions.NewMotion;
import org.rotfaden.ui.motions.OwnedMotions;

/// A unit: who leads it, what belongs to it, who is at home in it, and what is done there.
@Route(Paths.UNITS + PlaceTab.ROUTE)
@PermitAll
class UnitView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /// On what the parts of the page hang that are not made anew when something happens.
    ///
    /// @param administers whether the reader does so
    /// @param takesIn whether the reader administers members here
    private record Parts(Unit unit, PlaceTab tab, boolean administers, boolean takesIn) {}

    private static final List<PlaceTab> TABS = List.of(PlaceTab.values());

    /// Nobody is at home in what is over.
    private static final List<PlaceTab> TABS_WHEN_OVER =
            List.of(PlaceTab.OVERVIEW, PlaceTab.THREADS, PlaceTab.MOTIONS, PlaceTab.ABOUT);

    private final transient UnitsAtWork work;
    private final transient NewMotion newMotion;
    private final transient OwnedMotions.Maker ownedMotions;
    private final transient PlaceThreads.Maker threads;
    private final transient WhyNot whyNot;
    private final transient MyRole myRole;
    private final transient MemberId reader;
    private final transient Live partsLive;
    private final PlaceShell shell = new PlaceShell();
    private final Div relations = new Div();
    private final Div history = new Div();
    private transient @Nullable Parts made;
    private final transient LivePage live;
    private transient volatile @Nullable Unit unit;
    private transient Optional<String> address = Optional.empty();
    private PlaceTab tab = PlaceTab.OVERVIEW;

    UnitView(
            UnitsAtWork work,
            NewMotion newMotion,
            OwnedMotions.Maker ownedMotions,
            PlaceThreads.Maker threads,
            WhyNot whyNot,
            MyRole myRole,
            CurrentMember currentMember,
            Live live) {
        this.work = work;
        this.newMotion = newMotion;
        this.ownedMotions = ownedMotions;
        this.threads = threads;
        this.whyNot = whyNot;
        this.myRole = myRole;
        this.reader = currentMember.get().member();
        addClassNames("page", "unit-page");
        add(shell);
        this.partsLive = live;
        this.live =
                live.page(this, reader, this::show)
                        .hears(UnitEvent.class)
                        .hears(HeadcountEvent.Changed.class, this::countsHere)
                        .hears(
                                MembershipEvent.FollowingChanged.class,
                                event -> event.member().equals(reader));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        unit =
                event.getRouteParameters()
                        .get("slug")
                        .flatMap(work.units()::find)
                        .orElseThrow(UnitObjection.UNIT_NOT_FOUND::raised);
        address = event.getRouteParameters().get("tab");
        live.show();
    }

    @Override
    public String getPageTitle() {
        Unit shown = unit;
        return shell.title(shown == null ? "" : shown.name(), tab);
    }

    private boolean countsHere(HeadcountEvent.Changed event) {
        Unit shown = unit;
        return shown != null && event.units().contains(shown.id());
    }

    private void show() {
        Unit shown = requireNonNull(unit);
        work.structure().find(shown.id()).ifPresent(this::show);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    private void show(Unit now) {
        live.looksAt(List.of(now.id().subject()));
        unit = now;
        shell.showHead(head(now));
        List<PlaceTab> tabs =
                threads.tabs(now.isOver() ? TABS_WHEN_OVER : TABS, now.id().subject(), reader);
        tab = PlaceTab.at(address, tabs);
        shell.showTabs(Paths.unit(now.slug()), tabs, tab);
        relations.removeAll();
        history.removeAll();
        switch (tab) {
            case OVERVIEW -> {
                relations.add(UnitRelations.below(work, now, reader));
                if (now.isOver()) {
                    history.add(new UnitHistory(work, now));
                }
            }
            case ABOUT -> {
                relations.add(UnitRelations.ties(work, now, reader));
                history.add(new UnitHistory(work, now));
            }
            case THREADS, MOTIONS, PEOPLE -> {
                // nothing that hangs on the tree
            }
        }
        boolean administers = work.allows(reader, Permission.ADMINISTER, now.id());
        boolean takesIn = work.allows(reader, Permission.ADMINISTER_MEMBERS, now.id());
        var parts = new Parts(now, tab, administers, takesIn);
        if (!parts.equals(made)) {
            made = parts;
            shell.showContent(content(parts).toArray(Component[]::new));
        }
    }

    /// Its parts follow by themselves what concerns them; they are made anew where the unit itself
    /// has changed, or what the reader does here.
    private List<Component> content(Parts parts) {
        Unit now = parts.unit();
        List<Component> content = new ArrayList<>();
        switch (parts.tab()) {
            case OVERVIEW -> {
                if (parts.takesIn()) {
                    content.add(new MovesSection(work, partsLive, now, reader));
                }
                if (!now.isOver()) {
                    content.add(new UnitPlaces(work, partsLive, now, reader));
                }
                content.addAll(List.of(relations, history));
            }
            case THREADS -> content.add(threads.of(now.id().subject(), reader));
            case MOTIONS -> content.add(ownedMotions.of(now.id().subject(), reader));
            case PEOPLE -> content.add(new MembersSection(work, partsLive, whyNot, now, reader));
            case ABOUT -> {
                if (!now.isOver()) {
                    content.add(
                            new RulesSection(work, partsLive, now, reader, parts.administers()));
                }
                content.add(relations);
                content.add(history);
            }
        }
        return content;
    }

    private PlaceHead head(Unit now) {
        List<PageLink> way = new ArrayList<>();
        way.add(new PageLink(Paths.UNITS, getTranslation("units.title")));
        work.structure()
                .above(now.id())
                .reversed()
                .forEach(step -> way.add(PageLink.named(Paths.unit(step.slug()), step.name())));
        var head =
                new PlaceHead(way, now.name())
                        .facts(
                                new Span(facts(now)),
                                myRole.at(
                                        now.id().subject(),
                                        Paths.unit(now.slug()),
                                        reader,
                                        getLocale()));
        if (now.isOver()) {
            return head.facts(
                    new Trouble(
                            null,
                            getTranslation(
                                    "unit.over",
                                    Day.inWords(requireNonNull(now.lastDay()), getLocale()))));
        }
        return head.acts(begin(now), follow(now), UnitActs.menu(work, reader, now));
    }

    private String facts(Unit now) {
        return now.isOver()
                ? now.kind()
                : now.kind()
                        + " · "
                        + getTranslation(
                                "unit.members.count", work.memberships().countWithin(now.id()));
    }

    private Button follow(Unit now) {
        boolean follows = work.followings().of(reader).contains(now.id());
        var follow = new Act(getTranslation(follows ? "unit.unfollow" : "unit.follow"));
        follow.getElement().setAttribute("aria-pressed", Boolean.toString(follows));
        follow.does(() -> {
            if (follows) {
                work.followings().unfollow(reader, now.id());
            } else {
                work.followings().follow(reader, now.id());
            }
        });
        return follow;
    }

    private Component begin(Unit now) {
        Decision mayWrite =
                work.permissions().decide(reader, Permission.ACT_FOR, now.id().subject());
        return mayWrite.allowed()
                ? newMotion.button(this, reader, now.id().subject())
                : new Why(
                        getTranslation("unit.why-no-motion"),
                        whyNot.of(mayWrite, now.id().subject(), reader, getLocale()));
    }
}

package org.rotfaden.ui.units;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.motions.Motions;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.UnitObjection;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Trouble;
import org.rotfaden.ui.elements.Why;
import org.rotfaden.ui.motions.NewMotion;
import org.rotfaden.ui.motions.OwnedMotions;
import org.rotfaden.web.Sentences;

/// A unit: who leads it, what belongs to it, who is at home in it, and what is done there.
@Route(Paths.UNITS)
@PermitAll
class UnitView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    /// On what the parts of the page hang that are not made anew when something happens.
    ///
    /// @param administers whether the reader does so
    /// @param takesIn whether the reader administers members here
    private record Parts(Unit unit, boolean administers, boolean takesIn) {}

    private final transient UnitsAtWork work;
    private final transient Motions motions;
    private final transient OwnedMotions.Maker ownedMotions;
    private final transient Sentences sentences;
    private final transient MemberId reader;
    private final transient Live partsLive;
    private final Div top = new Div();
    private final Div relations = new Div();
    private final Div history = new Div();
    private transient @Nullable Parts made;
    private final transient LivePage live;
    private transient volatile @Nullable Unit unit;

    UnitView(
            UnitsAtWork work,
            Motions motions,
            OwnedMotions.Maker ownedMotions,
            Sentences sentences,
            CurrentMember currentMember,
            Live live) {
        this.work = work;
        this.motions = motions;
        this.ownedMotions = ownedMotions;
        this.sentences = sentences;
        this.reader = currentMember.get().member();
        addClassNames("page", "unit-page");
        this.partsLive = live;
        this.live =
                live.page(this, reader, this::show)
                        .hears(UnitEvent.class)
                        .hears(
                                MembershipEvent.FollowingChanged.class,
                                event -> event.member().equals(reader));
    }

    @Override
    public void setParameter(BeforeEvent event, String slug) {
        unit = work.units().find(slug).orElseThrow(UnitObjection.UNIT_NOT_FOUND::raised);
        live.show();
    }

    @Override
    public String getPageTitle() {
        Unit shown = unit;
        return Titles.of(shown == null ? "" : shown.name());
    }

    private void show() {
        Unit shown = requireNonNull(unit);
        work.structure().find(shown.id()).ifPresent(this::show);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    private void show(Unit now) {
        live.looksAt(List.of(now.id().subject()));
        boolean administers = work.allows(reader, Permission.ADMINISTER, now.id());
        boolean takesIn = work.allows(reader, Permission.ADMINISTER_MEMBERS, now.id());
        var parts = new Parts(now, administers, takesIn);
        if (!parts.equals(made)) {
            make(parts);
        }
        unit = now;
        top.removeAll();
        top.add(way(now), head(now), about(now));
        if (now.isOver()) {
            top.add(
                    new Trouble(
                            null,
                            getTranslation(
                                    "unit.over",
                                    Day.inWords(requireNonNull(now.lastDay()), getLocale()))));
        }
        top.add(new UnitActs(work, reader, now));
        relations.removeAll();
        if (!now.isOver()) {
            relations.add(new UnitRelations(work, now, reader));
        }
        history.removeAll();
        history.add(new UnitHistory(work, now));
    }

    /// Its parts follow by themselves what concerns them; they are made anew where the unit itself
    /// has changed, or what the reader does here.
    private void make(Parts parts) {
        made = parts;
        Unit now = parts.unit();
        removeAll();
        add(top);
        if (!now.isOver()) {
            add(new UnitPlaces(work, partsLive, now, reader));
        }
        add(ownedMotions.of(now.id().subject(), reader), relations);
        if (!now.isOver()) {
            add(new MembersSection(work, partsLive, sentences, now, reader));
            if (parts.takesIn()) {
                add(new MovesSection(work, partsLive, now, reader));
            }
            add(new RulesSection(work, partsLive, now, reader, parts.administers()));
        }
        add(history);
    }

    private Nav way(Unit now) {
        List<Unit> above = new ArrayList<>(work.structure().above(now.id()));
        var steps = new OrderedList();
        steps.add(new ListItem(new PageLink(Paths.UNITS, getTranslation("units.title"))));
        above.reversed()
                .forEach(step ->
                        steps.add(
                                new ListItem(new PageLink(Paths.unit(step.slug()), step.name()))));
        var way = new Nav(steps);
        way.addClassName("way");
        way.setAriaLabel(getTranslation("unit.way"));
        return way;
    }

    private Div head(Unit now) {
        var kind = new Span(now.kind());
        kind.addClassName("overline");
        var head = new Div(new Div(kind, new H1(now.name())));
        head.addClassName("page-head");
        if (!now.isOver()) {
            var acts = new Div(follow(now), begin(now));
            acts.addClassName("with-why");
            head.add(acts);
        }
        return head;
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
                ? NewMotion.button(this, motions, reader, now.id().subject())
                : new Why(
                        getTranslation("unit.why-no-motion"), sentences.of(mayWrite, getLocale()));
    }

    private Paragraph about(Unit now) {
        var about = new Paragraph();
        about.addClassName("about");
        about.add(
                new PageLink(Paths.rights(Paths.unit(now.slug())), getTranslation("rights.link")));
        return about;
    }
}

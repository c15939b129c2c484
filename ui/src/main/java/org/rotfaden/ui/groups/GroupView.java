package org.rotfaden.ui.groups;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.html.Div;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.discussions.PlaceThreads;
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
import org.rotfaden.ui.motions.NewMotion;
import org.rotfaden.ui.motions.OwnedMotions;

/// A group: what it is for, who is in it, what it writes.
@Route(Paths.GROUPS + PlaceTab.ROUTE)
@PermitAll
class GroupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient GroupsAtWork work;
    private final transient Units units;
    private final transient NewMotion newMotion;
    private final transient OwnedMotions.Maker owned;
    private final transient PlaceThreads.Maker threads;
    private final transient MyRole myRole;
    private final transient MemberId reader;
    private final PlaceShell shell = new PlaceShell();
    private transient Optional<String> address = Optional.empty();
    private PlaceTab tab = PlaceTab.OVERVIEW;
    private String title = "";
    private final transient LivePage live;
    private transient volatile @Nullable WorkingGroup group;

    GroupView(
            GroupsAtWork work,
            Units units,
            NewMotion newMotion,
            OwnedMotions.Maker owned,
            PlaceThreads.Maker threads,
            MyRole myRole,
            CurrentMember currentMember,
            Live live) {
        this.work = work;
        this.units = units;
        this.newMotion = newMotion;
        this.owned = owned;
        this.threads = threads;
        this.myRole = myRole;
        this.reader = currentMember.get().member();
        addClassNames("page", "group-page");
        this.live =
                live.page(this, reader, this::show)
                        .hears(GroupEvent.class, this::isThis)
                        .hears(UnitEvent.class)
                        .needs(() -> work.groups().get(reader, requireNonNull(group).id()))
                        .closesWith(why -> List.of(new Trouble(null, why)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        WorkingGroup found =
                event.getRouteParameters()
                        .get("slug")
                        .flatMap(slug -> work.groups().find(reader, slug))
                        .orElseThrow(NotFoundException::new);
        group = found;
        address = event.getRouteParameters().get("tab");
        removeAll();
        add(shell);
        shell.showContent();
        live.show();
    }

    @Override
    public String getPageTitle() {
        return shell.title(title, tab);
    }

    private boolean isThis(GroupEvent event) {
        WorkingGroup shown = group;
        return shown != null && event.group().equals(shown.id());
    }

    /// Whoever may not know of the group any more sees nothing of it.
    private void show() {
        show(work.groups().get(reader, requireNonNull(group).id()));
    }

    private void show(WorkingGroup now) {
        group = now;
        live.looksAt(List.of(now.id().subject()));
        title = now.name();
        shell.showHead(head(now));
        List<PlaceTab> tabs = threads.tabs(List.of(PlaceTab.values()), now.id().subject(), reader);
        tab = PlaceTab.at(address, tabs);
        shell.showTabs(Paths.group(now.slug()), tabs, tab);
        switch (tab) {
            case OVERVIEW ->
                    shell.showContent(
                            purpose(now),
                            new MyPart(work, now, reader),
                            GroupPeople.leading(work, now, reader));
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
            case PEOPLE -> shell.showContent(GroupPeople.all(work, now, reader));
            case ABOUT -> shell.showContent(about(now));
        }
    }

    private PlaceHead head(WorkingGroup now) {
        List<PageLink> way = new ArrayList<>();
        way.add(new PageLink(Paths.GROUPS, getTranslation("groups.title")));
        now.units().stream()
                .flatMap(unit -> units.structure().find(unit).stream())
                .forEach(unit -> way.add(PageLink.named(Paths.unit(unit.slug()), unit.name())));
        var head =
                new PlaceHead(way, now.name())
                        .facts(
                                new Span(
                                        getTranslation("group.kind." + now.kind())
                                                + " · "
                                                + getTranslation(
                                                        "group.count",
                                                        work.groups().count(now.id()))),
                                myRole.at(
                                        now.id().subject(),
                                        Paths.group(now.slug()),
                                        reader,
                                        getLocale()));
        if (now.archivedOn() != null) {
            head.facts(
                    new Trouble(
                            null,
                            getTranslation(
                                    "group.is-archived",
                                    Day.inWords(now.archivedOn(), getLocale()))));
        }
        if (may(Permission.ACT_FOR, now)) {
            head.acts(newMotion.button(this, reader, now.id().subject()));
        }
        if (may(Permission.HOST, now) || may(Permission.ADMINISTER, now)) {
            head.acts(GroupAdministration.menu(work, units, now, reader));
        }
        return head;
    }

    private static Div purpose(WorkingGroup now) {
        var purpose = new Div();
        if (!now.purpose().isEmpty()) {
            var words = new Paragraph(new Span(now.purpose()));
            words.addClassName("purpose");
            purpose.add(words);
        }
        return purpose;
    }

    private Div about(WorkingGroup now) {
        return new Div(
                new Paragraph(
                        getTranslation(
                                "group.about",
                                getTranslation("group.kind." + now.kind()),
                                getTranslation("group.admission." + now.admission()),
                                Day.inWords(now.foundedOn(), getLocale()))));
    }

    private boolean may(Permission permission, WorkingGroup now) {
        return work.permissions().allows(reader, permission, now.id().subject());
    }
}

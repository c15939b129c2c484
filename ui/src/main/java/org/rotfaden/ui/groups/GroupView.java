package org.rotfaden.ui.groups;

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
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Trouble;
import org.rotfaden.ui.motions.NewMotion;
import org.rotfaden.ui.motions.OwnedMotions;

/// A group: what it is for, who is in it, what it writes.
@Route(Paths.GROUPS + "/:slug")
@PermitAll
class GroupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient GroupsAtWork work;
    private final transient Units units;
    private final transient Motions motions;
    private final transient OwnedMotions.Maker owned;
    private final transient MemberId reader;
    private final Div above = new Div();
    private String title = "";
    private final transient LivePage live;
    private transient volatile @Nullable WorkingGroup group;

    GroupView(
            GroupsAtWork work,
            Units units,
            Motions motions,
            OwnedMotions.Maker owned,
            CurrentMember currentMember,
            Live live) {
        this.work = work;
        this.units = units;
        this.motions = motions;
        this.owned = owned;
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
        removeAll();
        add(above, owned.of(found.id().subject(), reader));
        live.show();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(title);
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
        above.removeAll();
        above.add(
                head(now),
                about(now),
                new MyPart(work, now, reader),
                new GroupPeople(work, now, reader));
        if (may(Permission.HOST, now) || may(Permission.ADMINISTER, now)) {
            above.addComponentAtIndex(2, new GroupAdministration(work, units, now, reader));
        }
    }

    private Div head(WorkingGroup now) {
        var where = new Div();
        where.addClassName("overlines");
        now.units().stream()
                .flatMap(unit -> units.structure().find(unit).stream())
                .forEach(unit -> {
                    var link = new PageLink(Paths.unit(unit.slug()), unit.name());
                    link.addClassName("overline");
                    where.add(link);
                });
        var head = new Div(new Div(where, new H1(now.name())));
        head.addClassName("page-head");
        if (may(Permission.ACT_FOR, now)) {
            head.add(NewMotion.button(this, motions, reader, now.id().subject()));
        }
        return head;
    }

    private Div about(WorkingGroup now) {
        var kind =
                new Div(
                        getTranslation(
                                "group.about",
                                getTranslation("group.kind." + now.kind()),
                                getTranslation("group.admission." + now.admission()),
                                Day.inWords(now.foundedOn(), getLocale())));
        kind.addClassName("about");
        var about = new Div(kind);
        if (now.archivedOn() != null) {
            about.add(
                    new Trouble(
                            null,
                            getTranslation(
                                    "group.is-archived",
                                    Day.inWords(now.archivedOn(), getLocale()))));
        }
        if (!now.purpose().isEmpty()) {
            var purpose = new Paragraph(new Span(now.purpose()));
            purpose.addClassName("purpose");
            about.add(purpose);
        }
        about.add(
                new PageLink(Paths.rights(Paths.group(now.slug())), getTranslation("rights.link")));
        return about;
    }

    private boolean may(Permission permission, WorkingGroup now) {
        return work.permissions().allows(reader, permission, now.id().subject());
    }
}

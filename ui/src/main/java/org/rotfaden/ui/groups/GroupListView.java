package org.rotfaden.ui.groups;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.groups.Participation;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.ThreadSign;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Why;
import org.rotfaden.ui.elements.WhyNot;

/// The groups that a member may know of, her own first.
@Route(Paths.GROUPS)
@PermitAll
class GroupListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int AT_ONCE = 50;

    private final transient WorkingGroups groups;
    private final transient Permissions permissions;
    private final transient WhyNot whyNot;
    private final transient MemberId reader;
    private final Div lists = new Div();
    private final transient LivePage live;
    private boolean archived;
    private int most = AT_ONCE;
    private transient volatile Set<WorkingGroupId> shown = Set.of();

    GroupListView(
            WorkingGroups groups,
            Permissions permissions,
            WhyNot whyNot,
            CurrentMember currentMember,
            Live live) {
        this.groups = groups;
        this.permissions = permissions;
        this.whyNot = whyNot;
        this.reader = currentMember.get().member();
        addClassNames("page", "groups-page");
        this.live = live.page(this, reader, this::show).hears(GroupEvent.class, this::isOfInterest);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        archived =
                event.getLocation()
                        .getQueryParameters()
                        .getParameters()
                        .containsKey(GroupPaths.ARCHIVED);
        live.show();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation(archived ? "groups.archived" : "groups.title"));
    }

    private Div head() {
        var head = new Div(new H1(getTranslation(archived ? "groups.archived" : "groups.title")));
        head.addClassName("page-head");
        if (!archived) {
            head.add(foundAction());
        }
        return head;
    }

    private Span foundAction() {
        Decision mayFound =
                permissions.decide(reader, Permission.FOUND_GROUPS, Subject.ASSOCIATION);
        var found =
                new Act(
                        getTranslation("groups.found"),
                        new Icon("plus"),
                        () -> getUI().ifPresent(ui -> ui.navigate(GroupPaths.FOUND)));
        found.addThemeVariants(ButtonVariant.PRIMARY);
        found.setEnabled(mayFound.allowed());
        var action = new Span(found);
        action.addClassName("with-why");
        if (!mayFound.allowed()) {
            action.add(new Why(whyNot.of(mayFound, Subject.ASSOCIATION, reader, getLocale())));
        }
        return action;
    }

    /// How many are in a group matters where it is shown.
    private boolean isOfInterest(GroupEvent event) {
        return switch (event) {
            case GroupEvent.CountChanged changed -> shown.contains(changed.group());
            case GroupEvent.ParticipationChanged changed -> changed.member().equals(reader);
            case GroupEvent.Founded _, GroupEvent.Changed _ -> true;
        };
    }

    private void show() {
        removeAll();
        add(head(), lists);
        List<WorkingGroup> mine = archived ? List.of() : groups.of(reader);
        List<WorkingGroup> known = groups.list(reader, archived, 0, most + 1);
        List<WorkingGroup> others =
                known.stream().limit(most).filter(group -> !mine.contains(group)).toList();
        shown =
                Stream.concat(mine.stream(), others.stream())
                        .map(WorkingGroup::id)
                        .collect(Collectors.toUnmodifiableSet());
        lists.removeAll();
        if (!mine.isEmpty()) {
            lists.add(section("groups.mine", mine));
        }
        if (!others.isEmpty()) {
            lists.add(mine.isEmpty() ? rows(others) : section("groups.others", others));
        }
        if (mine.isEmpty() && others.isEmpty()) {
            lists.add(nothing());
        }
        if (known.size() > most) {
            var more = new Act(getTranslation("groups.more"), () -> showMore());
            more.addClassName("more");
            lists.add(more);
        }
        var other =
                archived
                        ? new PageLink(Paths.GROUPS, getTranslation("groups.at-work"))
                        : new PageLink(
                                Paths.GROUPS + "?" + GroupPaths.ARCHIVED,
                                getTranslation("groups.archived"));
        var line = new Div(other);
        line.addClassName("other-list");
        lists.add(line);
    }

    private void showMore() {
        most += AT_ONCE;
        show();
    }

    private Div nothing() {
        var nothing =
                new Div(
                        new ThreadSign(),
                        new Paragraph(
                                getTranslation(archived ? "groups.none-archived" : "groups.none")));
        nothing.addClassName("nothing");
        return nothing;
    }

    private Section section(String title, List<WorkingGroup> some) {
        return new Section(new H2(getTranslation(title)), rows(some));
    }

    private UnorderedList rows(List<WorkingGroup> some) {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "groups");
        some.forEach(group -> rows.add(row(group)));
        return rows;
    }

    private ListItem row(WorkingGroup group) {
        var name = PageLink.named(Paths.group(group.slug()), group.name());
        name.addClassName("row-title");
        var about =
                new Div(
                        getTranslation(
                                "group.about-row",
                                getTranslation("group.kind." + group.kind()),
                                getTranslation("group.admission." + group.admission()),
                                groups.count(group.id())));
        about.addClassName("about");
        var row = new ListItem(name);
        groups.participation(group.id(), reader)
                .map(Participation::state)
                .filter(state -> state != Participation.State.MEMBER)
                .ifPresent(state -> {
                    var badge = new Span(getTranslation("group.state." + state));
                    badge.addClassName("badge");
                    row.add(badge);
                });
        row.add(about);
        return row;
    }
}

package org.rotfaden.ui.units;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Rows;

/// The groups of a unit, by name. Of many the first are shown, the others on demand.
final class UnitGroups extends Section {

    private static final int AT_ONCE = 50;

    /// What a row shows of a group.
    private record Shown(WorkingGroupId id, String path, String name, int members) {}

    private final transient WorkingGroups groups;
    private final transient UnitId unit;
    private final transient MemberId reader;
    private final Rows<WorkingGroupId, Shown> rows = new Rows<>(Shown::id, shown -> row(shown));
    private final Act more = new Act(getTranslation("groups.more"), () -> showMore());
    private int most = AT_ONCE;

    UnitGroups(WorkingGroups groups, Live live, UnitId unit, MemberId reader) {
        this.groups = groups;
        this.unit = unit;
        this.reader = reader;
        rows.addClassName("unit-rows");
        more.addClassName("more");
        live.page(this, reader, this::show)
                .hears(GroupEvent.Founded.class, event -> event.places().contains(unit.subject()))
                .hears(GroupEvent.Changed.class, event -> event.places().contains(unit.subject()))
                .hears(
                        GroupEvent.CountChanged.class,
                        event -> event.places().contains(unit.subject()))
                .hears(
                        GroupEvent.ParticipationChanged.class,
                        event -> event.member().equals(reader));
    }

    private void showMore() {
        most += AT_ONCE;
        show();
    }

    private void show() {
        List<WorkingGroup> found = groups.of(reader, unit, 0, most + 1);
        if (found.isEmpty()) {
            removeAll();
        } else if (getComponentCount() == 0) {
            add(new H2(getTranslation("unit.groups")), rows, more);
        }
        rows.show(found.stream().limit(most).map(this::shown).toList());
        more.setVisible(found.size() > most);
    }

    private Shown shown(WorkingGroup group) {
        return new Shown(
                group.id(), Paths.group(group.slug()), group.name(), groups.count(group.id()));
    }

    private ListItem row(Shown group) {
        var about = new Span(getTranslation("unit.group.members", group.members()));
        about.addClassName("about");
        return new ListItem(PageLink.named(group.path(), group.name()), about);
    }
}

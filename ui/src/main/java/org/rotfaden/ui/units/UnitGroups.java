package org.rotfaden.ui.units;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;

/// The groups of a unit, by name. Of many the first are shown, the others on demand.
final class UnitGroups extends Section {

    private static final int AT_ONCE = 50;

    private final transient WorkingGroups groups;
    private final transient UnitId unit;
    private final transient MemberId reader;
    private final UnorderedList rows = new UnorderedList();
    private final Act more = new Act(getTranslation("groups.more"), () -> showMore(AT_ONCE));

    UnitGroups(WorkingGroups groups, Live live, UnitId unit, MemberId reader) {
        this.groups = groups;
        this.unit = unit;
        this.reader = reader;
        rows.addClassNames("rows", "unit-rows");
        more.addClassName("more");
        add(new H2(getTranslation("unit.groups")), rows, more);
        live.page(this, reader, this::show)
                .hears(GroupEvent.Founded.class, event -> event.units().contains(unit))
                .hears(GroupEvent.Changed.class, event -> event.units().contains(unit))
                .hears(GroupEvent.CountChanged.class, event -> event.units().contains(unit))
                .hears(
                        GroupEvent.ParticipationChanged.class,
                        event -> event.member().equals(reader));
    }

    /// As many as were shown.
    private void show() {
        int shown = Math.max(rows.getComponentCount(), AT_ONCE);
        rows.removeAll();
        showMore(shown);
        setVisible(rows.getComponentCount() > 0);
    }

    private void showMore(int most) {
        List<WorkingGroup> next = groups.of(reader, unit, rows.getComponentCount(), most + 1);
        next.stream().limit(most).map(this::row).forEach(rows::add);
        more.setVisible(next.size() > most);
    }

    private ListItem row(WorkingGroup group) {
        var about = new Span(getTranslation("unit.group.members", groups.count(group.id())));
        about.addClassName("about");
        return new ListItem(new PageLink(Paths.group(group.slug()), group.name()), about);
    }
}

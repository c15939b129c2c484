package org.rotfaden.ui.units;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;

/// The groups of a unit, by name. Of many the first are shown, the others on demand.
final class UnitGroups extends Section {

    private static final int AT_ONCE = 50;

    private final transient WorkingGroups groups;
    private final transient UnitId unit;
    private final transient MemberId reader;
    private final UnorderedList rows = new UnorderedList();
    private final Act more = new Act(getTranslation("groups.more"), () -> showMore());

    UnitGroups(WorkingGroups groups, UnitId unit, MemberId reader) {
        this.groups = groups;
        this.unit = unit;
        this.reader = reader;
        rows.addClassNames("rows", "unit-rows");
        more.addClassName("more");
        add(new H2(getTranslation("unit.groups")), rows, more);
        showMore();
    }

    boolean isEmpty() {
        return rows.getComponentCount() == 0;
    }

    private void showMore() {
        List<WorkingGroup> next = groups.of(reader, unit, rows.getComponentCount(), AT_ONCE + 1);
        next.stream().limit(AT_ONCE).map(this::row).forEach(rows::add);
        more.setVisible(next.size() > AT_ONCE);
    }

    private ListItem row(WorkingGroup group) {
        var about = new Span(getTranslation("unit.group.members", groups.count(group.id())));
        about.addClassName("about");
        return new ListItem(new PageLink(Paths.group(group.slug()), group.name()), about);
    }
}

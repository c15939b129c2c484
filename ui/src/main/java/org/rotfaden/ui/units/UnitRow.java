package org.rotfaden.ui.units;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;

/// A unit in a list, with what it is called there and what it is below.
final class UnitRow extends ListItem {

    UnitRow(Unit unit, Structure structure) {
        add(PageLink.named(Paths.unit(unit.slug()), unit.name()));
        String above =
                unit.above()
                        .flatMap(structure::find)
                        .map(higher -> " · " + higher.name())
                        .orElse("");
        var about = new Span(unit.kind() + above);
        about.addClassName("about");
        add(about);
    }
}

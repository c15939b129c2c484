package org.rotfaden.ui.units;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;

/// A unit in the list of a tree. What is below it is sent when it is opened.
final class UnitBranch extends ListItem {

    private static final int AT_ONCE = 100;

    private final transient Structure structure;
    private final transient Unit unit;
    private final UnorderedList below = new UnorderedList();
    private final NativeButton toggle = new NativeButton();

    UnitBranch(Structure structure, Unit unit, boolean isOpen) {
        this.structure = structure;
        this.unit = unit;
        int count = structure.countRightBelow(unit.id());
        below.addClassName("branches");
        below.setVisible(false);
        var row = new Div(toggle, new PageLink(Paths.unit(unit.slug()), unit.name()), about(count));
        row.addClassName("branch");
        add(row, below);
        toggle.addClassName("toggle");
        toggle.add(new Icon("chevron"));
        toggle.setAriaLabel(getTranslation("units.below-of", unit.name()));
        toggle.addClickListener(_ -> open(!below.isVisible()));
        toggle.getElement().setAttribute("aria-expanded", "false");
        if (count == 0) {
            toggle.getElement().setAttribute("hidden", true);
        } else if (isOpen) {
            open(true);
        }
    }

    private Span about(int count) {
        var about =
                new Span(
                        count == 0
                                ? unit.kind()
                                : unit.kind() + " · " + getTranslation("units.below", count));
        about.addClassName("about");
        return about;
    }

    private void open(boolean open) {
        if (open && below.getComponentCount() == 0) {
            fill(0);
        }
        below.setVisible(open);
        toggle.getElement().setAttribute("aria-expanded", Boolean.toString(open));
    }

    private void fill(int from) {
        List<Unit> units = structure.rightBelow(unit.id());
        units.stream()
                .skip(from)
                .limit(AT_ONCE)
                .forEach(lower -> below.add(new UnitBranch(structure, lower, false)));
        int shown = Math.min(units.size(), from + AT_ONCE);
        if (shown < units.size()) {
            var item = new ListItem();
            var more = new Act(getTranslation("units.more", units.size() - shown));
            more.addThemeVariants(ButtonVariant.TERTIARY);
            more.does(() -> {
                below.remove(item);
                fill(shown);
            });
            item.add(more);
            below.add(item);
        }
    }
}

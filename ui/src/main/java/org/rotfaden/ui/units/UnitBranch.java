package org.rotfaden.ui.units;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;

/// A unit in the list of a tree. What is below it is sent when it is opened.
final class UnitBranch extends ListItem {

    static final int AT_ONCE = 100;

    private final transient Structure structure;
    private final transient Unit unit;
    private final transient Map<UnitId, Integer> opened;
    private final UnorderedList below = new UnorderedList();
    private final NativeButton toggle = new NativeButton();

    /// @param opened which branches are open, and how many units are shown below each; those that
    ///   were closed show none
    UnitBranch(Structure structure, Unit unit, Map<UnitId, Integer> opened) {
        this.structure = structure;
        this.unit = unit;
        this.opened = opened;
        int count = structure.countRightBelow(unit.id());
        below.addClassName("branches");
        below.setVisible(false);
        var row =
                new Div(toggle, PageLink.named(Paths.unit(unit.slug()), unit.name()), about(count));
        row.addClassName("branch");
        add(row, below);
        toggle.addClassName("toggle");
        toggle.add(new Icon("chevron"));
        toggle.setAriaLabel(getTranslation("units.below-of", unit.name()));
        toggle.addClickListener(_ -> {
            opened.put(unit.id(), below.isVisible() ? 0 : AT_ONCE);
            show();
        });
        toggle.getElement().setAttribute("aria-expanded", "false");
        if (count == 0) {
            toggle.getElement().setAttribute("hidden", true);
        } else {
            show();
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

    private void show() {
        int most = opened.getOrDefault(unit.id(), 0);
        below.removeAll();
        below.setVisible(most > 0);
        toggle.getElement().setAttribute("aria-expanded", Boolean.toString(most > 0));
        if (most > 0) {
            fill(0, most);
        }
    }

    private void fill(int from, int upTo) {
        List<Unit> units = structure.rightBelow(unit.id());
        units.stream()
                .limit(upTo)
                .skip(from)
                .forEach(lower -> below.add(new UnitBranch(structure, lower, opened)));
        if (upTo < units.size()) {
            var item = new ListItem();
            var more = new Act(getTranslation("units.more", units.size() - upTo));
            more.addThemeVariants(ButtonVariant.TERTIARY);
            more.does(() -> {
                below.remove(item);
                opened.put(unit.id(), upTo + AT_ONCE);
                fill(upTo, upTo + AT_ONCE);
            });
            item.add(more);
            below.add(item);
        }
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/// The shell of every place, be it a unit, a body or a group: its head, the parts it has, and the
/// part that is open.
public final class PlaceShell extends Div {

    private final Div head = new Div();
    private final Nav tabs = new Nav();
    private final Div content = new Div();

    public PlaceShell() {
        addClassName("place-shell");
        tabs.addClassName("tabs");
        tabs.setAriaLabel(getTranslation("place.tabs"));
        content.addClassName("place-content");
        add(head, tabs, content);
    }

    public void showHead(PlaceHead now) {
        head.removeAll();
        head.add(now);
    }

    /// Shows which parts there are.
    ///
    /// @param path of the place
    /// @param parts that the reader finds here
    public void showTabs(String path, List<PlaceTab> parts, PlaceTab open) {
        var list = new UnorderedList();
        parts.forEach(part -> {
            var link = new PageLink(part.path(path), getTranslation(part.words()));
            link.mark(part == open);
            list.add(new ListItem(link));
        });
        tabs.removeAll();
        tabs.add(list);
    }

    public void showContent(Component... parts) {
        content.removeAll();
        content.add(parts);
    }

    /// Whether no part is shown yet.
    public boolean isEmpty() {
        return content.getComponentCount() == 0;
    }

    /// The name of the open part and of the place, for the browser's tab.
    public String title(String name, PlaceTab open) {
        return open == PlaceTab.OVERVIEW
                ? Titles.of(name)
                : Titles.of(getTranslation(open.words()) + " · " + name);
    }
}

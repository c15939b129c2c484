package org.rotfaden.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Place;

/// Above the pages of the association: each leads to all others.
final class AssociationTabs extends Nav {

    AssociationTabs() {
        addClassNames("tabs", "association-tabs");
        setAriaLabel(getTranslation("shell.association"));
        setVisible(false);
    }

    /// Shows them where one of these pages is open.
    ///
    /// @param places the reader's
    void show(List<Place> places, String open) {
        removeAll();
        List<Place> pages =
                places.stream().filter(place -> place.isIn(Place.Area.ASSOCIATION)).toList();
        boolean isOneOpen = pages.stream().anyMatch(place -> place.path().equals(open));
        setVisible(isOneOpen);
        if (isOneOpen) {
            var list = new UnorderedList();
            pages.forEach(place -> {
                var link = new PageLink(place.path(), getTranslation(place.words()));
                link.mark(place.path().equals(open));
                list.add(new ListItem(link));
            });
            add(list);
        }
    }
}

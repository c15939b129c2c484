package org.rotfaden.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.security.Named;
import org.rotfaden.ui.elements.DataLanguage;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Place;

/// The links of the shell.
final class PlaceLink {

    private PlaceLink() {}

    static PageLink to(Place place, Component self) {
        var link =
                new PageLink(
                        place.path(),
                        new Icon(place.icon()),
                        new Span(self.getTranslation(place.words())));
        link.addClassName("place");
        return link;
    }

    /// @param isWithin whether what it lies in stands above it
    static PageLink to(Named found, boolean isWithin) {
        var name = new Span(found.name());
        var link = new PageLink(found.path(), name);
        if (!isWithin && found.subject().type().equals(BodyId.SUBJECT)) {
            var unit = new Span(found.about());
            unit.addClassName("about");
            link.add(unit);
        }
        link.addClassNames("place", "own");
        return DataLanguage.mark(link);
    }

    /// Marks the links to the open page.
    static void mark(Component around, String open) {
        around.getChildren()
                .forEach(child -> {
                    if (child instanceof PageLink link && link.hasClassName("place")) {
                        link.mark(open);
                    } else {
                        mark(child, open);
                    }
                });
    }
}

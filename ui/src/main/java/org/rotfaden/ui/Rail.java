package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.rotfaden.security.Named;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.AssociationSign;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Place;
import org.rotfaden.ui.elements.PlaceButton;

/// Beside the page on wide screens: search, the pages, where the member belongs, who she is here.
final class Rail extends Nav {

    private final Div brand = new Div();
    private final Div pages = new Div();
    private final Div mine = new Div();

    Rail(AssociationName association, Runnable search, Self self) {
        addClassName("rail");
        setAriaLabel(getTranslation("shell.pages"));
        pages.addClassName("pages");
        show(association);
        add(brand, search(search), pages, mine, self);
    }

    void show(AssociationName association) {
        brand.removeAll();
        brand.add(brand(association));
    }

    void show(List<Place> places, List<Named> belonging) {
        pages.removeAll();
        for (Place place : places) {
            PageLink link = PlaceLink.to(place, this);
            link.getElement().setAttribute("data-keys", place.keys());
            pages.add(link);
        }
        mine.removeAll();
        mine.add(new Mine(belonging));
    }

    private static PageLink brand(AssociationName association) {
        var brand =
                new PageLink(
                        Paths.MOTIONS,
                        new AssociationSign(association),
                        new Span(association.toString()));
        brand.addClassName("brand");
        return brand;
    }

    private PlaceButton search(Runnable open) {
        var search = new PlaceButton("search", getTranslation("palette.open"), open);
        search.addClassName("search");
        search.getElement().setAttribute("data-keys", "/").setAttribute("data-palette", true);
        var keys = new Element("kbd");
        keys.setText(getTranslation("palette.keys"));
        keys.setAttribute("aria-hidden", "true");
        search.getElement().appendChild(keys);
        return search;
    }
}

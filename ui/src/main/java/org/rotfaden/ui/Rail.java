package org.rotfaden.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.AssociationSign;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Place;
import org.rotfaden.ui.elements.PlaceButton;

/// Beside the page on wide screens: the association, search, what can be begun, the reader's pages,
/// where she belongs, who she is here.
final class Rail extends Nav {

    private final Div brand = new Div();
    private final Div begin = new Div();
    private final Div pages = new Div();
    private final Div mine = new Div();

    Rail(Runnable search, Self self) {
        addClassName("rail");
        setAriaLabel(getTranslation("shell.pages"));
        pages.addClassName("pages");
        begin.addClassName("begin");
        var tools = new Div(search(search), begin);
        tools.addClassName("rail-tools");
        add(brand, tools, pages, mine, self);
    }

    /// Whose house it is; its name leads to its pages.
    void show(AssociationName association, String path) {
        brand.removeAll();
        var link =
                new PageLink(
                        path, new AssociationSign(association), new Span(association.toString()));
        link.addClassName("brand");
        brand.add(link);
    }

    /// Whether one of the association's pages is open.
    void mark(boolean isAtAssociation) {
        brand.getChildren().map(PageLink.class::cast).forEach(link -> link.mark(isAtAssociation));
    }

    void show(List<Place> places, List<Belonging> belonging, Component news) {
        pages.removeAll();
        places.stream()
                .filter(place -> place.isIn(Place.Area.MINE))
                .forEach(place -> pages.add(PlaceLink.to(place, this)));
        mine.removeAll();
        mine.add(new Mine(belonging));
        begin.removeAll();
        begin.add(news);
    }

    private PlaceButton search(Runnable open) {
        var search = new PlaceButton("search", getTranslation("palette.short"), open);
        search.addClassName("search");
        search.getElement()
                .setAttribute("aria-label", getTranslation("palette.open"))
                .setAttribute("aria-haspopup", "dialog")
                .setAttribute("data-keys", "/")
                .setAttribute("data-palette", true);
        var keys = new Element("kbd");
        keys.setText(getTranslation("palette.keys"));
        keys.setAttribute("aria-hidden", "true");
        search.getElement().appendChild(keys);
        return search;
    }
}

package org.rotfaden.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.ui.elements.Place;
import org.rotfaden.ui.elements.PlaceButton;
import org.rotfaden.ui.notices.NoticeSign;

/// Beside the page on wide screens: the association, search, what can be begun, the reader's pages,
/// where she belongs, who she is here.
final class Rail extends Nav {

    private final Brand brand = new Brand();
    private final Div begin = new Div();
    private final Div pages = new Div();
    private final Div mine = new Div();

    Rail(Runnable search, NoticeSign notices, Self self) {
        addClassName("rail");
        setAriaLabel(getTranslation("shell.pages"));
        pages.addClassName("pages");
        begin.addClassName("begin");
        var tools = new Div(search(search), notices, begin);
        tools.addClassName("rail-tools");
        add(brand, tools, pages, mine, self);
    }

    Brand brand() {
        return brand;
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
        return search;
    }
}

package org.rotfaden.ui;

import com.vaadin.flow.component.html.Nav;
import java.util.List;
import org.rotfaden.ui.elements.Place;
import org.rotfaden.ui.elements.PlaceButton;

/// Within reach of a thumb on phones: the reader's pages, and everything else.
final class BottomBar extends Nav {

    BottomBar(List<Place> places, Runnable more) {
        addClassName("bar");
        setAriaLabel(getTranslation("shell.pages"));
        places.stream()
                .filter(place -> place.isIn(Place.Area.MINE))
                .forEach(place -> add(PlaceLink.to(place, this)));
        var others = new PlaceButton("more", getTranslation("shell.more"), more);
        others.getElement().setAttribute("aria-haspopup", "dialog");
        add(others);
    }
}

package org.rotfaden.ui;

import com.vaadin.flow.component.html.Nav;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rotfaden.ui.elements.Place;
import org.rotfaden.ui.elements.PlaceButton;

/// Within reach of a thumb on phones: at most five targets, the last of which leads to everything
/// else.
final class BottomBar extends Nav {

    private static final Set<Place> WITHIN_REACH =
            EnumSet.of(Place.MOTIONS, Place.UNITS, Place.GROUPS);

    BottomBar(List<Place> places, Runnable search, Runnable more) {
        addClassName("bar");
        setAriaLabel(getTranslation("shell.pages"));
        places.stream()
                .filter(WITHIN_REACH::contains)
                .forEach(place -> add(PlaceLink.to(place, this)));
        add(button("search", "palette.short", search), button("more", "shell.more", more));
    }

    private PlaceButton button(String icon, String words, Runnable action) {
        var button = new PlaceButton(icon, getTranslation(words), action);
        button.getElement().setAttribute("aria-haspopup", "dialog");
        return button;
    }
}

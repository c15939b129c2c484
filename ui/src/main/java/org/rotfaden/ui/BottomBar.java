package org.rotfaden.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Place;

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

    private NativeButton button(String icon, String words, Runnable action) {
        var button = new NativeButton("", _ -> action.run());
        button.addClassName("place");
        button.add(new Icon(icon), new Span(getTranslation(words)));
        button.getElement().setAttribute("aria-haspopup", "dialog");
        return button;
    }
}

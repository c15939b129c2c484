package org.rotfaden.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.Place;

/// Within reach of a thumb on phones: five targets, the last of which leads to everything else.
final class BottomBar extends Nav {

    BottomBar(Runnable search, Runnable more) {
        addClassName("bar");
        setAriaLabel(getTranslation("shell.pages"));
        add(
                PlaceLink.to(Place.MOTIONS, this),
                PlaceLink.to(Place.UNITS, this),
                PlaceLink.to(Place.GROUPS, this),
                button("search", "palette.short", search),
                button("more", "shell.more", more));
    }

    private NativeButton button(String icon, String words, Runnable action) {
        var button = new NativeButton("", _ -> action.run());
        button.addClassName("place");
        button.add(new Icon(icon), new Span(getTranslation(words)));
        button.getElement().setAttribute("aria-haspopup", "dialog");
        return button;
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/// What opens something beside the ways to the pages, and looks like one of them.
public final class PlaceButton extends NativeButton {

    public PlaceButton(String icon, String words, Runnable opens) {
        addClassName("place");
        add(new Icon(icon), new Span(words));
        Once.whenPressed(this, opens);
    }
}

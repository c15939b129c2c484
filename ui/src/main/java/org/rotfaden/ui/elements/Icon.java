package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Span;

/// A small picture in the colour of the words beside it, which say what it means.
public final class Icon extends Span {

    public Icon(String name) {
        addClassNames("icon", "icon-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }
}

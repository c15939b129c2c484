package org.rotfaden.ui;

import com.vaadin.flow.component.html.Span;

/// A small picture in the colour of the words beside it, which say what it means.
final class Icon extends Span {

    Icon(String name) {
        addClassNames("icon", "icon-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }
}

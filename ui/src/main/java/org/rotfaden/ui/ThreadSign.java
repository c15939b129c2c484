package org.rotfaden.ui;

import com.vaadin.flow.component.html.Image;

/// The sign of the product: a red line with a knot. Says nothing that is not said beside it.
final class ThreadSign extends Image {

    ThreadSign() {
        super("icons/thread.svg", "");
        addClassName("thread-sign");
        getElement().setAttribute("aria-hidden", "true");
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Div;

/// The sign of the product: a red thread with a loop. Says nothing that is not said beside it.
public final class ThreadSign extends Div {

    public ThreadSign() {
        addClassName("thread-sign");
        getElement().setAttribute("aria-hidden", "true");
    }
}

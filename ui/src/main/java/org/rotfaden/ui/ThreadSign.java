package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;

/// The sign of the product: a red thread with a loop. Says nothing that is not said beside it.
final class ThreadSign extends Div {

    ThreadSign() {
        addClassName("thread-sign");
        getElement().setAttribute("aria-hidden", "true");
    }
}

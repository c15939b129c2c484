package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Span;

/// How far a thing has come, in a word beside its name.
public final class StateChip extends Span {

    public StateChip(String state) {
        super(state);
        addClassName("chip");
    }
}

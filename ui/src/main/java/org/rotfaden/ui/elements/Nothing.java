package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/// Stands where nothing is yet: says what belongs there, and offers the next step.
public final class Nothing extends Div {

    /// @param said what belongs there, then what can be done
    public Nothing(Component... said) {
        addClassName("nothing");
        add(new ThreadSign());
        add(said);
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import org.jspecify.annotations.Nullable;

/// Stands in the place of what its reader could see until now, and says why not any more.
public final class Closed extends Div {

    /// @param more what else there is to know
    public Closed(String why, @Nullable String more) {
        String title = getTranslation("closed.title");
        add(new H1(title), more == null ? new Trouble(null, why) : new Trouble(why, more));
        addAttachListener(attached -> attached.getUI().getPage().setTitle(Titles.of(title)));
    }
}

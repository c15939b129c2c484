package org.rotfaden.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import org.rotfaden.security.Named;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Place;

/// From below on phones: everything that has no room in the bar.
final class MoreSheet extends Dialog {

    MoreSheet(List<Place> places, List<Named> mine, Self self) {
        setHeaderTitle(getTranslation("shell.more"));
        addClassName("sheet");
        var pages = new Div();
        pages.addClassName("pages");
        places.forEach(place -> pages.add(PlaceLink.to(place, this)));
        var ways = new Nav(pages, new Mine(mine));
        ways.setAriaLabel(getTranslation("shell.more"));
        add(ways, self);
        var close = new Act(getTranslation("close"), () -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }

    /// Whoever follows a link has left the sheet.
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var registration = attached.getUI().addAfterNavigationListener(_ -> close());
        addDetachListener(detached -> {
            detached.unregisterListener();
            registration.remove();
        });
    }
}

package org.rotfaden.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import java.util.List;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Place;
import org.rotfaden.ui.elements.PlaceButton;

/// From below on phones: everything that has no room in the bar.
final class MoreSheet extends Dialog {

    MoreSheet(List<Place> places, List<Belonging> belonging, Runnable search, Self self) {
        setHeaderTitle(getTranslation("shell.more"));
        addClassName("sheet");
        var find =
                new PlaceButton(
                        "search",
                        getTranslation("palette.short"),
                        () -> {
                            close();
                            search.run();
                        });
        var pages = new Div();
        pages.addClassName("pages");
        places.stream()
                .filter(place -> place.isIn(Place.Area.ASSOCIATION))
                .forEach(place -> pages.add(PlaceLink.to(place, this)));
        var ways = new Nav(find, new Mine(belonging), pages);
        ways.setAriaLabel(getTranslation("shell.more"));
        self.setOpen(true);
        add(ways, self);
        var close = new Act(getTranslation("close"), () -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }
}

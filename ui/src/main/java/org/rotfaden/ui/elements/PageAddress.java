package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;

/// The address of the open page, which says what is shown there: whoever loads it again or sends it
/// on sees the same.
public final class PageAddress {

    private PageAddress() {}

    /// Says what is shown now. It is no step of its own in the browser's history.
    ///
    /// @param page that is open
    /// @param path one of [Paths]
    public static void say(Component page, String path, QueryParameters shown) {
        page.getUI()
                .ifPresent(ui ->
                        ui.getPage().getHistory().replaceState(null, new Location(path, shown)));
    }
}

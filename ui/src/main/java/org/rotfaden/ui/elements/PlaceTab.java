package org.rotfaden.ui.elements;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parts of a place, each with an address of its own.
public enum PlaceTab {
    OVERVIEW(""),
    THREADS("gespraeche"),
    MOTIONS("antraege"),
    PEOPLE("menschen"),
    ABOUT("ueber");

    /// What the routes of all places end with.
    public static final String ROUTE = "/:slug/:tab?(gespraeche|antraege|menschen|ueber)";

    private final String address;

    PlaceTab(String address) {
        this.address = address;
    }

    /// The one that an address names; the overview where it names none that the place has.
    public static PlaceTab at(Optional<String> address, List<PlaceTab> there) {
        return there.stream()
                .filter(tab -> tab.address.equals(address.orElse("")))
                .findFirst()
                .orElse(OVERVIEW);
    }

    /// Where it is.
    ///
    /// @param place the path of the place
    public String path(String place) {
        return address.isEmpty() ? place : place + "/" + address;
    }

    /// The key of what it is called.
    String words() {
        return "place.tab." + name().toLowerCase(Locale.ROOT);
    }
}

package org.rotfaden.ui.elements;

import java.util.stream.Stream;
import org.rotfaden.security.MemberId;
import org.springframework.stereotype.Component;

/// A page to which the shell leads is for those whom it leads there; the pattern book is for those
/// who operate.
@Component
class PlaceGuard implements PageGuard {

    private final Places places;

    PlaceGuard(Places places) {
        this.places = places;
    }

    @Override
    public boolean isClosed(String path, MemberId reader) {
        String page = path.replaceAll("/+$", "");
        return Stream.of(Place.values())
                        .filter(place -> place.path().equals(page))
                        .anyMatch(place -> isClosed(place, reader))
                || (page.equals(Paths.PATTERNS) && isClosed(Place.OPERATION, reader));
    }

    private boolean isClosed(Place place, MemberId reader) {
        return !places.of(reader).contains(place);
    }
}

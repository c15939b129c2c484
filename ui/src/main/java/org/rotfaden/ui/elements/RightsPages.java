package org.rotfaden.ui.elements;

import java.util.Optional;
import java.util.Set;
import org.rotfaden.security.SubjectTypes;
import org.springframework.stereotype.Component;

/// Knows where stands what one may do with what a page shows.
@Component
public class RightsPages {

    /// Pages of the association as a whole that are not its own page.
    private static final Set<String> OF_ASSOCIATION = Set.of(Paths.MEMBERS, Paths.OPERATION);

    private final SubjectTypes types;

    RightsPages(SubjectTypes types) {
        this.types = types;
    }

    /// The page on which stands what one may do with what an open page shows.
    ///
    /// @return nothing when the page shows no such thing; of a list it is the association's
    public Optional<String> of(String openPage) {
        if (OF_ASSOCIATION.contains(openPage)) {
            return Optional.of(Paths.rights(Paths.ASSOCIATION));
        }
        boolean hasRights =
                types.at(openPage).filter(type -> !type.questions().isEmpty()).isPresent();
        return hasRights
                ? Optional.of(Paths.rights(Paths.thingAt(openPage).orElse(Paths.ASSOCIATION)))
                : Optional.empty();
    }
}

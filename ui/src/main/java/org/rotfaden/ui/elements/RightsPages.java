package org.rotfaden.ui.elements;

import java.util.Optional;
import java.util.Set;
import org.rotfaden.security.SubjectType;
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
    /// @return nothing when the page shows no such thing
    public Optional<String> of(String openPage) {
        if (OF_ASSOCIATION.contains(openPage)) {
            return Optional.of(Paths.rights(Paths.ASSOCIATION));
        }
        return types.at(openPage)
                .filter(type -> !type.questions().isEmpty())
                .map(type -> Paths.rights(thingOf(openPage, type)));
    }

    /// A list of all things of a type is the association's.
    private static String thingOf(String openPage, SubjectType type) {
        return Paths.nameAt(type.place(), openPage)
                .map(name -> type.place() + "/" + name)
                .orElse(Paths.ASSOCIATION);
    }
}

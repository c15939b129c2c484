package org.rotfaden.ui.elements;

import org.rotfaden.association.Association;
import org.rotfaden.association.Associations;
import org.springframework.stereotype.Component;

/// What the association calls itself; the product's name until there is one.
@Component
public class AssociationName {

    private static final String NOT_FOUNDED = "Rotfaden";

    private final Associations associations;

    AssociationName(Associations associations) {
        this.associations = associations;
    }

    @Override
    public String toString() {
        return associations.find().map(Association::name).orElse(NOT_FOUNDED);
    }

    /// Whether a picture stands beside the name.
    public boolean hasLogo() {
        return associations.find().filter(Association::hasLogo).isPresent();
    }
}

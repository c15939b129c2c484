package org.rotfaden.ui.elements;

import java.util.Optional;
import org.rotfaden.association.Association;
import org.rotfaden.association.Associations;
import org.springframework.stereotype.Component;

/// What the association calls itself; the product's name until there is one.
@Component
public class AssociationName {

    private final Associations associations;

    AssociationName(Associations associations) {
        this.associations = associations;
    }

    @Override
    public String toString() {
        return associations.name();
    }

    /// Where the picture is that stands beside the name; another picture has another address.
    public Optional<String> logo() {
        return associations.find().filter(Association::hasLogo).map(now -> "logo?" + now.version());
    }
}

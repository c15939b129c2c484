package org.rotfaden.ui.palette;

import org.rotfaden.ui.elements.Doable;

/// Something the palette offers.
sealed interface Choice {

    /// A page it leads to.
    ///
    /// @param about what tells it from others of the same name; may be empty
    /// @param isNamed whether its name is one that the association gave
    record Page(String name, String about, String path, boolean isNamed) implements Choice {}

    /// Something it does.
    record Act(Doable doable) implements Choice {}
}

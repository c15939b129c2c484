package org.rotfaden.ui.palette;

/// Something the palette leads to.
///
/// @param about what tells it from others of the same name; may be empty
record Choice(Section section, String name, String about, String path) {

    /// Under which heading a choice stands, in their order.
    enum Section {
        PAGE,
        MOTION,
        UNIT,
        BODY,
        GROUP,
        PERSON
    }
}

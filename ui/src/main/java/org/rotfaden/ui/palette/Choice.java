package org.rotfaden.ui.palette;

/// Something the palette leads to.
///
/// @param about what tells it from others of the same name; may be empty
record Choice(String name, String about, String path) {}

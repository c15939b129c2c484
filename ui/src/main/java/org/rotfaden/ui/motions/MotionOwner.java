package org.rotfaden.ui.motions;

/// Whose a motion is, as far as its reader may know.
///
/// @param page of it; empty where it has none
/// @param motions the page of all its motions; all motions where it has none
record MotionOwner(String name, String page, String motions) {}

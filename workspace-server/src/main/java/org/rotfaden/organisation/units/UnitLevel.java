package org.rotfaden.organisation.units;

/// A level of a tree of units.
///
/// @param level its place, 1 at the top
/// @param name what one unit on it is called, for example `Ortsverein`
/// @param plural what several are called
public record UnitLevel(int level, String name, String plural) {}

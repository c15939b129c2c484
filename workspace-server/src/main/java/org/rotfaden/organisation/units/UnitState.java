package org.rotfaden.organisation.units;

import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Term;

/// What a unit was called and where it stood for a time.
public record UnitState(Term term, String name, String kind, @Nullable UnitId parent) {}

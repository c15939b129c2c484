package org.rotfaden.organisation.bodies;

import org.rotfaden.organisation.units.UnitId;

/// What happened to bodies.
public sealed interface BodyEvent {

    BodyId body();

    record Founded(BodyId body, UnitId unit) implements BodyEvent {}

    /// It is described otherwise, or ended.
    record Changed(BodyId body, UnitId unit) implements BodyEvent {}

    /// Others hold its offices, or will.
    record OfficesChanged(BodyId body, UnitId unit) implements BodyEvent {}
}

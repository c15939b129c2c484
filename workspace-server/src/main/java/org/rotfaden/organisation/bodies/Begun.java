package org.rotfaden.organisation.bodies;

import java.time.LocalDate;
import org.rotfaden.organisation.units.UnitId;

/// Terms of office that began in a body on one day.
///
/// @param people how many took office
public record Begun(
        BodyId body, String name, String slug, UnitId unit, LocalDate from, int people) {}

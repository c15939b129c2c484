package org.rotfaden.organisation.bodies;

import java.time.LocalDate;
import java.util.Optional;
import org.rotfaden.organisation.units.UnitId;

/// A body in which an election is due.
///
/// @param vacant how many seats are empty today
/// @param ending the last day of those whose term ends next without anybody elected after them;
///   nothing where none ends soon
public record SeatsDue(
        BodyId body,
        String name,
        String slug,
        UnitId unit,
        int vacant,
        Optional<LocalDate> ending) {}

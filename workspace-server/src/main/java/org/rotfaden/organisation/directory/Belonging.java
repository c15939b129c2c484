package org.rotfaden.organisation.directory;

import java.util.Optional;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Named;

/// Somebody belongs to a place.
///
/// @param unit which it is, or that it belongs to; for groups, which may belong to many, nothing
public record Belonging(Kind kind, Named place, Optional<UnitId> unit) {

    /// How somebody belongs to a place, the nearest first.
    public enum Kind {
        HOME,
        BODY,
        GROUP,
        /// She follows it.
        FOLLOWED
    }
}

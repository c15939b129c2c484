package org.rotfaden.organisation.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;

/// A member as whoever administers all of them sees her.
///
/// @param home where she is at home today; nothing where she is nowhere
/// @param office an office that she holds, first of all one in an executive committee; empty where
///   she holds none
public record Enrolled(
        MemberId id, String name, String slug, String email, Optional<Home> home, String office) {

    /// Where somebody is at home.
    public record Home(UnitId unit, MembershipKind kind, LocalDate since) {}
}

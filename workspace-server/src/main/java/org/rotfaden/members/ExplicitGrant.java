package org.rotfaden.members;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Term;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;

/// A role that somebody gave to a member.
///
/// @param givenBy nobody when it came with setting up the workspace
public record ExplicitGrant(
        UUID id, MemberId member, Role role, Subject where, Term term, @Nullable MemberId givenBy) {

    public Optional<MemberId> giver() {
        return Optional.ofNullable(givenBy);
    }

    /// The same once more.
    NewGrant again() {
        return new NewGrant(member, role, where, term);
    }
}

package org.rotfaden.security;

import java.util.Optional;

/// Knows whose rights rest: no role lets them write or found anything for now.
public interface Restraint {

    /// Why a member may only read; nothing when nothing rests.
    Optional<Reason> onTakingPart(MemberId member);
}

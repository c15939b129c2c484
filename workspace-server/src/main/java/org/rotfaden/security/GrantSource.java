package org.rotfaden.security;

import java.util.List;

/// Knows where rights come from. Whoever owns offices, memberships or explicit grants implements
/// it.
public interface GrantSource {

    /// What a member is allowed now.
    List<Grant> grantsOf(MemberId member);
}

package org.rotfaden.organisation.memberships;

/// Kinds of membership.
public enum MembershipKind {
    /// With all rights.
    FULL,
    /// In the youth organisation without belonging to the party, with all rights there.
    YOUTH_ONLY,
    /// A guest (Gastmitglied), for a time and without a vote.
    GUEST,
    /// A supporter (Unterstützer:in), without a vote.
    SUPPORTER;

    public boolean takesPart() {
        return this == FULL || this == YOUTH_ONLY;
    }
}

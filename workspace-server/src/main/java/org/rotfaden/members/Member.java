package org.rotfaden.members;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.MemberId;

/// A member (Mitglied) of the association.
///
/// @param slug what the member's page is called in its address
/// @param right whether the member's rights rest
/// @param born where the member told it
public record Member(
        MemberId id,
        String name,
        String slug,
        Email email,
        Right right,
        @Nullable LocalDate born,
        Instant joined) {}

package org.rotfaden.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// One thing that somebody did.
///
/// @param action what, as a code
/// @param concerned whom or what else it concerned, for example the member who was given an office
public record AuditEntry(
        long sequence,
        Instant at,
        MemberId actor,
        String action,
        Subject subject,
        @Nullable UUID concerned) {}

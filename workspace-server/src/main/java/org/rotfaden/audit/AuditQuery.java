package org.rotfaden.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which entries of the audit trail are asked for.
///
/// @param kind what they are about; anything where there is none
/// @param since the first moment; from the beginning where there is none
public record AuditQuery(@Nullable AuditKind kind, @Nullable Instant since) {

    /// All of them.
    public static final AuditQuery ALL = new AuditQuery(null, null);
}

package org.rotfaden.members;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;

/// A log-in that is open.
///
/// @param browser what the browser called itself, for example `Firefox, Linux`; nothing where it
///   said nothing that is known
/// @param opened when a page was last opened with it
public record Login(
        LoginId id,
        MemberId member,
        @Nullable String browser,
        Instant begun,
        Instant opened,
        Instant expires) {}

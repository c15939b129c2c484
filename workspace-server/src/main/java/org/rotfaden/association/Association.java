package org.rotfaden.association;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The association (Verband).
///
/// @param accent its own colour, where it has one
/// @param version rises with each change
public record Association(
        String name,
        Locale language,
        ZoneId timeZone,
        @Nullable Accent accent,
        boolean hasLogo,
        long version) {}

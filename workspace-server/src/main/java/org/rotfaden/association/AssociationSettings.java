package org.rotfaden.association;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an association says of itself.
public record AssociationSettings(
        String name, Locale language, ZoneId timeZone, @Nullable Accent accent) {

    private static final int LONGEST_NAME = 100;
    private static final Set<Locale> LANGUAGES = Set.of(Locale.GERMAN, Locale.ENGLISH);

    /// @throws org.rotfaden.security.BrokenRule INVALID_ASSOCIATION when something of it cannot be
    /// @throws org.rotfaden.security.BrokenRule UNREADABLE_WORDS when its name turns the direction
    ///   of writing
    public AssociationSettings {
        name = Wording.of(name);
        if (name.isEmpty()
                || !Wording.isOneLine(name)
                || name.length() > LONGEST_NAME
                || !LANGUAGES.contains(language)) {
            throw AssociationObjection.INVALID_ASSOCIATION.raised();
        }
    }

    /// Reads what a form or a machine sent.
    public static AssociationSettings of(
            String name, String language, String timeZone, @Nullable String accent) {
        try {
            return new AssociationSettings(
                    name,
                    Locale.of(language),
                    ZoneId.of(timeZone),
                    accent == null || accent.isBlank() ? null : new Accent(accent));
        } catch (DateTimeException unknown) {
            throw AssociationObjection.INVALID_ASSOCIATION.raised();
        }
    }
}

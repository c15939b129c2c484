package org.rotfaden.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// A moment in words: relative on the same day, a date with its time otherwise; the exact time shows
/// on hover.
final class When {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private When() {}

    static Span of(Instant moment, Clock clock, Locale language) {
        ZonedDateTime local = moment.atZone(ZONE);
        var span = new Span(words(moment, local, clock.instant(), language));
        span.setTitle(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM).withLocale(language).format(local));
        return span;
    }

    private static String words(Instant moment, ZonedDateTime local, Instant now, Locale language) {
        Duration ago = Duration.between(moment, now);
        boolean german = language.getLanguage().equals("de");
        if (ago.toMinutes() < 1) {
            return german ? "gerade eben" : "just now";
        }
        if (ago.toHours() < 1) {
            return (german ? "vor %d min" : "%d min ago").formatted(ago.toMinutes());
        }
        if (ago.toHours() < 24) {
            return (german ? "vor %d h" : "%d h ago").formatted(ago.toHours());
        }
        return DateTimeFormatter.ofPattern(german ? "EE, d. MMMM, H:mm 'Uhr'" : "EE, d MMMM, HH:mm", language).format(local);
    }
}

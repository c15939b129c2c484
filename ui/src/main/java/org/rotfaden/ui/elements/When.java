package org.rotfaden.ui.elements;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// A moment in words: relative below a day, a date with its time otherwise. The exact time shows on
/// hover; the browser keeps the words true while the page stays open.
@Tag("time")
public final class When extends HtmlComponent {

    public When(Instant moment, Clock clock) {
        Locale language = getLocale();
        ZoneId home = HomeZone.current();
        String date = date(moment.atZone(home), clock.instant().atZone(home), language);
        getElement().setAttribute("datetime", moment.toString());
        getElement().setAttribute("data-date", date);
        getElement().setText(words(Duration.between(moment, clock.instant()), date));
        setTitle(
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM)
                        .withLocale(language)
                        .format(moment.atZone(home)));
    }

    /// The day on which a moment lies.
    public static String dayInWords(Instant moment, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(moment.atZone(HomeZone.current()));
    }

    /// A moment as a date with its time, to the minute.
    public static String inWords(Instant moment, Locale language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .format(moment.atZone(HomeZone.current()));
    }

    private String words(Duration ago, String date) {
        if (ago.isNegative() || ago.toDays() > 0) {
            return date;
        }
        if (ago.toMinutes() < 1) {
            return getTranslation("when.just-now");
        }
        if (ago.toHours() < 1) {
            return getTranslation("when.minutes-ago", Long.toString(ago.toMinutes()));
        }
        return ago.toDays() < 1
                ? getTranslation("when.hours-ago", Long.toString(ago.toHours()))
                : date;
    }

    /// A date as people say it, for example "Mo, 23. November, 19 Uhr"; in English as the region of
    /// the browser writes it.
    private String date(ZonedDateTime moment, ZonedDateTime now, Locale language) {
        String day =
                getTranslation(moment.getYear() == now.getYear() ? "when.day" : "when.day-of-year");
        if (Language.of(language) == Language.ENGLISH) {
            return format(DateTimeFormatter.ofLocalizedPattern(day), moment, language)
                    + ", "
                    + format(
                            DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), moment, language);
        }
        String time = getTranslation(moment.getMinute() == 0 ? "when.full-hour" : "when.time");
        return format(DateTimeFormatter.ofPattern(day + ", " + time), moment, language);
    }

    private static String format(DateTimeFormatter format, ZonedDateTime moment, Locale language) {
        return format.withLocale(language).format(moment);
    }
}

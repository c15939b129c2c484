package org.rotfaden.ui.elements;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.rotfaden.association.Term;

/// A field for a day, in the language of the page.
public final class DayPicker extends DatePicker {

    public DayPicker(String label, LocalDate day) {
        this(label);
        setValue(day);
    }

    public DayPicker(String label) {
        super(label);
        Locale language = getLocale();
        setLocale(language);
        setI18n(
                new DatePickerI18n()
                        .setMonthNames(
                                Arrays.stream(Month.values())
                                        .map(month ->
                                                month.getDisplayName(
                                                        TextStyle.FULL_STANDALONE, language))
                                        .toList())
                        .setWeekdays(weekdays(TextStyle.FULL_STANDALONE, language))
                        .setWeekdaysShort(weekdays(TextStyle.SHORT_STANDALONE, language))
                        .setFirstDayOfWeek(
                                WeekFields.of(language).getFirstDayOfWeek().getValue() % 7)
                        .setDateFormats(asWritten(language), "d.M.yyyy", "yyyy-MM-dd")
                        .setToday(getTranslation("day.today"))
                        .setCancel(getTranslation("cancel"))
                        .setBadInputErrorMessage(getTranslation("day.unreadable")));
        setMin(Term.EARLIEST);
        setMax(Term.LATEST);
    }

    /// How days are written in figures, with the whole year.
    private static String asWritten(Locale language) {
        return Language.of(language) == Language.GERMAN
                ? "d.M.yyyy"
                : DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                                FormatStyle.SHORT, null, IsoChronology.INSTANCE, language)
                        .replaceAll("y+", "yyyy");
    }

    /// Sunday first, as the field counts.
    private static List<String> weekdays(TextStyle style, Locale language) {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1))
                .limit(DayOfWeek.values().length)
                .map(day -> day.getDisplayName(style, language))
                .toList();
    }

    /// The day that stands in the field.
    ///
    /// @return nothing when there is none, or one so far off that nobody can write it down
    public Optional<LocalDate> day() {
        return getOptionalValue().filter(Term::isPossible);
    }

    /// The day that was chosen.
    ///
    /// @return nothing, and the field says what is missing or wrong, when none was
    public Optional<LocalDate> chosen() {
        if (isSound() && isEmpty()) {
            Refusals.show(this, getTranslation("day.unreadable"));
        }
        return isInvalid() ? Optional.empty() : getOptionalValue();
    }

    /// Whether the field is empty or holds a day that may be chosen. Otherwise it says what is
    /// wrong, also after that was cleared away: what cannot be read is not the same as nothing.
    public boolean isSound() {
        validate();
        if (isInvalid()) {
            focus();
        }
        return !isInvalid();
    }

    @Override
    public void setMin(LocalDate earliest) {
        super.setMin(earliest);
        words().setMinErrorMessage(
                        getTranslation("day.too-early", Day.inWords(earliest, getLocale())));
    }

    @Override
    public void setMax(LocalDate latest) {
        super.setMax(latest);
        words().setMaxErrorMessage(
                        getTranslation("day.too-late", Day.inWords(latest, getLocale())));
    }

    private DatePickerI18n words() {
        return Objects.requireNonNull(getI18n());
    }
}

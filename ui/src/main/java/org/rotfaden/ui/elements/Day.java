package org.rotfaden.ui.elements;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// A day in words, for example "3. März 2027".
@Tag("time")
public final class Day extends HtmlComponent {

    public Day(LocalDate day) {
        getElement().setAttribute("datetime", day.toString());
        getElement().setText(inWords(day, getLocale()));
    }

    public static String inWords(LocalDate day, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(day);
    }
}

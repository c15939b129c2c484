package org.rotfaden.ui.elements;

import com.vaadin.flow.server.VaadinRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A language the pages are written in.
public enum Language {
    GERMAN(Locale.GERMAN, "Deutsch"),
    ENGLISH(Locale.ENGLISH, "English");

    private static final DeviceSetting CHOICE = new DeviceSetting("rotfaden-language");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    /// The language chosen on this device, or else the first that the browser asks for, or German.
    public static Language of(VaadinRequest request) {
        return CHOICE.find(request)
                .flatMap(Language::find)
                .or(() ->
                        Collections.list(request.getLocales()).stream()
                                .flatMap(wanted -> find(wanted.getLanguage()).stream())
                                .findFirst())
                .orElse(GERMAN);
    }

    public static Language of(Locale locale) {
        return find(locale.getLanguage()).orElse(GERMAN);
    }

    public void choose() {
        CHOICE.keep(code());
    }

    public Locale locale() {
        return locale;
    }

    public String code() {
        return locale.getLanguage();
    }

    /// What its speakers call it.
    public String ownName() {
        return ownName;
    }

    private static Optional<Language> find(String code) {
        return Stream.of(values()).filter(language -> language.code().equals(code)).findFirst();
    }
}

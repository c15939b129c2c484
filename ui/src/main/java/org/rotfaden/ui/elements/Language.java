package org.rotfaden.ui.elements;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
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
    public static Language of(HttpServletRequest request) {
        return CHOICE.find(request)
                .flatMap(Language::find)
                .or(() ->
                        Collections.list(request.getLocales()).stream()
                                .flatMap(wanted -> find(wanted.getLanguage()).stream())
                                .findFirst())
                .orElse(GERMAN);
    }

    /// The same with the region that the browser names for it, or else for another, by which days
    /// and times are written.
    public static Locale in(HttpServletRequest request) {
        Locale chosen = of(request).locale();
        List<Locale> wanted =
                Collections.list(request.getLocales()).stream()
                        .filter(locale -> !locale.getCountry().isEmpty())
                        .toList();
        String region =
                wanted.stream()
                        .filter(locale -> locale.getLanguage().equals(chosen.getLanguage()))
                        .findFirst()
                        .or(() -> wanted.stream().findFirst())
                        .map(Locale::getCountry)
                        .orElse("");
        return new Locale.Builder().setLocale(chosen).setRegion(region).build();
    }

    public static Language of(Locale locale) {
        return find(locale.getLanguage()).orElse(GERMAN);
    }

    /// On this device, by the answer to what a page asked.
    public void choose() {
        choose(VaadinServletRequest.getCurrent(), VaadinServletResponse.getCurrent());
    }

    /// On the device of whoever asks.
    public void choose(HttpServletRequest request, HttpServletResponse response) {
        CHOICE.keep(code(), request, response);
    }

    /// The one that pages offer to change to.
    public Language other() {
        return this == GERMAN ? ENGLISH : GERMAN;
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

    /// The language with this code (ISO 639-1).
    public static Optional<Language> find(String code) {
        return Stream.of(values()).filter(language -> language.code().equals(code)).findFirst();
    }
}

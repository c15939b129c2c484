package org.rotfaden.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The language a reader chose on this device; without a choice the browser's preference holds.
final class ChosenLanguage {

    private static final String COOKIE = "rotfaden-language";

    private ChosenLanguage() {}

    /// Lets a page speak the chosen language.
    static void apply(UI ui) {
        find().ifPresent(ui::setLocale);
        ui.getPage().executeJs("document.documentElement.lang = $0", ui.getLocale().getLanguage());
    }

    static void choose(Locale language) {
        var cookie = new Cookie(COOKIE, language.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(VaadinRequest.getCurrent().isSecure());
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(cookie);
    }

    private static Optional<Locale> find() {
        return Optional.ofNullable(VaadinService.getCurrentRequest())
                .map(VaadinRequest::getCookies)
                .flatMap(
                        cookies ->
                                Arrays.stream(cookies)
                                        .filter(cookie -> cookie.getName().equals(COOKIE))
                                        .findFirst())
                .map(Cookie::getValue)
                .map(value -> value.equals("en") ? Locale.ENGLISH : Locale.GERMAN);
    }
}

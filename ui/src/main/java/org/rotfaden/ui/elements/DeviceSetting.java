package org.rotfaden.ui.elements;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// Something a reader chose on this device, kept in a cookie so that the first byte of a page can
/// follow it.
public record DeviceSetting(String cookie) {

    private static final Duration KEPT = Duration.ofDays(365);

    public Optional<String> find(VaadinRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(present -> present.getName().equals(cookie))
                .map(Cookie::getValue)
                .findFirst();
    }

    /// Keeps a choice, by the answer to the current request.
    public void keep(String value) {
        var kept = new Cookie(cookie, value);
        kept.setPath("/");
        kept.setHttpOnly(true);
        kept.setSecure(VaadinRequest.getCurrent().isSecure());
        kept.setMaxAge((int) KEPT.toSeconds());
        kept.setAttribute("SameSite", "Lax");
        VaadinResponse.getCurrent().addCookie(kept);
    }
}

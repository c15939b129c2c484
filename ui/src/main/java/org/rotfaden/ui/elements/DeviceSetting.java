package org.rotfaden.ui.elements;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// Something a reader chose on this device, kept in a cookie so that the first byte of a page can
/// follow it.
public record DeviceSetting(String cookie) {

    private static final Duration KEPT = Duration.ofDays(365);

    public Optional<String> find(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(present -> present.getName().equals(cookie))
                .map(Cookie::getValue)
                .findFirst();
    }

    /// Keeps a choice, by the answer to a request.
    public void keep(String value, HttpServletRequest request, HttpServletResponse response) {
        var kept = new Cookie(cookie, value);
        kept.setPath("/");
        kept.setHttpOnly(true);
        kept.setSecure(request.isSecure());
        kept.setMaxAge((int) KEPT.toSeconds());
        kept.setAttribute("SameSite", "Lax");
        response.addCookie(kept);
    }
}

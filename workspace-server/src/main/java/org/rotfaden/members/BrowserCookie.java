package org.rotfaden.members;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// Something that a browser keeps for the server and no script can read.
///
/// @param path where the browser sends it
public record BrowserCookie(String name, String path) {

    /// One that it sends everywhere.
    BrowserCookie(String name) {
        this(name, "/");
    }

    public Optional<String> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    /// Has it kept.
    ///
    /// @param lifetime none to have it forgotten
    public void send(
            HttpServletRequest request,
            HttpServletResponse response,
            String value,
            Duration lifetime) {
        ResponseCookie cookie =
                ResponseCookie.from(name, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path(path)
                        .maxAge(lifetime)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

package org.rotfaden.ui.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.rotfaden.members.Email;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The e-mail address of an attempt that failed. The browser keeps it for a while, so that it is
/// there again, in the other language too, and stands in no address.
final class TypedAddress {

    private static final String COOKIE = "rotfaden-typed";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private TypedAddress() {}

    static Optional<String> in(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .flatMap(kept -> decode(kept.getValue()))
                .filter(typed -> typed.length() <= Email.LONGEST);
    }

    /// Keeps what the form has sent.
    static void keep(HttpServletRequest request, HttpServletResponse response) {
        String typed = request.getParameter(LoginPage.EMAIL);
        if (typed != null && typed.length() <= Email.LONGEST) {
            byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
            send(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                    KEPT,
                    request,
                    response);
        }
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        if (WebUtils.getCookie(request, COOKIE) != null) {
            send("", Duration.ZERO, request, response);
        }
    }

    private static void send(
            String value,
            Duration lifetime,
            HttpServletRequest request,
            HttpServletResponse response) {
        ResponseCookie cookie =
                ResponseCookie.from(COOKIE, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path(LoginPage.PATH)
                        .maxAge(lifetime)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static Optional<String> decode(String kept) {
        try {
            return Optional.of(
                    new String(Base64.getUrlDecoder().decode(kept), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}

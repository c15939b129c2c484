package org.rotfaden.ui.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.rotfaden.members.BrowserCookie;
import org.rotfaden.members.Email;

/// The e-mail address of an attempt that failed. The browser keeps it for a while, so that it is
/// there again, in the other language too, and stands in no address.
final class TypedAddress {

    private static final BrowserCookie COOKIE = new BrowserCookie("rotfaden-typed", LoginPage.PATH);
    private static final Duration KEPT = Duration.ofMinutes(10);

    private TypedAddress() {}

    static Optional<String> in(HttpServletRequest request) {
        return COOKIE.in(request)
                .flatMap(TypedAddress::decode)
                .filter(typed -> typed.length() <= Email.LONGEST);
    }

    /// Keeps what the form has sent.
    static void keep(HttpServletRequest request, HttpServletResponse response) {
        String typed = request.getParameter(LoginPage.EMAIL);
        if (typed != null && typed.length() <= Email.LONGEST) {
            byte[] bytes = typed.getBytes(StandardCharsets.UTF_8);
            String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            COOKIE.send(request, response, encoded, KEPT);
        }
    }

    static void forget(HttpServletRequest request, HttpServletResponse response) {
        if (COOKIE.in(request).isPresent()) {
            COOKIE.send(request, response, "", Duration.ZERO);
        }
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

package org.rotfaden.ui.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/// Why an attempt at the door failed. The address of the page that says so names it: nothing has to
/// be kept of strangers, and going back sends nothing again.
///
/// @param seconds how long to wait, 0 when that makes no difference
record Fault(Kind kind, long seconds) {

    enum Kind {
        WRONG("falsch"),
        LOCKED("gesperrt"),
        STALE("veraltet"),
        NOTHING_TYPED("ohne-beides"),
        EMAIL_MISSING("ohne-email"),
        PASSWORD_MISSING("ohne-passwort");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    private static final String KIND = "fehler";
    private static final String SECONDS = "sekunden";
    private static final Pattern SOME_SECONDS = Pattern.compile("[1-9]\\d{0,2}");

    Fault(Kind kind) {
        this(kind, 0);
    }

    static Fault locked(Duration wait) {
        return new Fault(Kind.LOCKED, Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    static Optional<Fault> namedBy(HttpServletRequest request) {
        String named = request.getParameter(KIND);
        return Stream.of(Kind.values())
                .filter(kind -> kind.code.equals(named))
                .findFirst()
                .map(kind -> new Fault(kind, secondsIn(request)));
    }

    private static long secondsIn(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(SECONDS))
                .filter(SOME_SECONDS.asMatchPredicate())
                .map(Long::valueOf)
                .orElse(0L);
    }

    void nameIn(UriComponentsBuilder address) {
        address.queryParam(KIND, kind.code);
        if (seconds > 0) {
            address.queryParam(SECONDS, seconds);
        }
    }

    boolean isEmailMissing() {
        return kind == Kind.NOTHING_TYPED || kind == Kind.EMAIL_MISSING;
    }

    boolean isPasswordMissing() {
        return kind == Kind.NOTHING_TYPED || kind == Kind.PASSWORD_MISSING;
    }
}

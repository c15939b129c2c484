package org.rotfaden.ui.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/// Why an attempt at the door failed, or why somebody stands there again. The address of the page
/// that says so names it: nothing has to be kept of strangers, and going back sends nothing again.
///
/// @param seconds how long to wait when there were too many attempts, otherwise 0
record Fault(Kind kind, long seconds) {

    enum Kind {
        WRONG("falsch", "login.error"),
        LOCKED("gesperrt", "login.locked"),
        STALE("veraltet", "login.stale"),
        ENDED("beendet", "login.ended"),
        NOTHING_TYPED("ohne-beides"),
        EMAIL_MISSING("ohne-email"),
        PASSWORD_MISSING("ohne-passwort");

        private final String code;
        private final Optional<String> words;

        /// Something is missing, which is said beside its field.
        Kind(String code) {
            this.code = code;
            this.words = Optional.empty();
        }

        /// @param words the keys of its title and text, as far as they are the same
        Kind(String code, String words) {
            this.code = code;
            this.words = Optional.of(words);
        }

        Optional<String> words() {
            return words;
        }
    }

    private static final String KIND = "fehler";
    private static final String SECONDS = "sekunden";
    private static final Pattern SOME_SECONDS = Pattern.compile("[1-9]\\d{0,2}");

    /// Nobody waits for longer, whatever an address says.
    private static final long MOST_SECONDS = 40;

    Fault(Kind kind) {
        this(kind, 0);
    }

    static Fault locked(Duration wait) {
        return locked(wait.plusMillis(999).toSeconds());
    }

    private static Fault locked(long seconds) {
        return new Fault(Kind.LOCKED, Math.clamp(seconds, 1, MOST_SECONDS));
    }

    static Optional<Fault> namedBy(HttpServletRequest request) {
        String named = request.getParameter(KIND);
        return Stream.of(Kind.values())
                .filter(kind -> kind.code.equals(named))
                .findFirst()
                .map(kind -> kind == Kind.LOCKED ? locked(secondsIn(request)) : new Fault(kind));
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

    /// Whether somebody tried to get in.
    boolean isOfAttempt() {
        return kind != Kind.ENDED;
    }

    boolean isLocked() {
        return kind == Kind.LOCKED;
    }

    boolean isEmailMissing() {
        return kind == Kind.NOTHING_TYPED || kind == Kind.EMAIL_MISSING;
    }

    boolean isPasswordMissing() {
        return kind == Kind.NOTHING_TYPED || kind == Kind.PASSWORD_MISSING;
    }
}

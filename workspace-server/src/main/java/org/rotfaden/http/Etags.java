package org.rotfaden.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/// Strong ETags (RFC 9110, section 8.8.3) made of versions. Who changes something says with
/// `If-Match` what it looked like before.
public final class Etags {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");
    private static final long OF_NOTHING = -1;

    private Etags() {}

    /// An answer with its ETag; Spring answers 304 to whoever has it already.
    public static <T> ResponseEntity<T> tagged(T body, long version) {
        return ResponseEntity.ok().eTag(of(version)).body(body);
    }

    /// The ETag of a version.
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /// The version that was looked at; one that nothing has, where the ETag is not from here.
    ///
    /// @throws ErrorResponseException 428 when nothing is said of it
    public static long seen(Optional<String> ifMatch) {
        String etag =
                ifMatch.filter(given -> !given.strip().equals("*"))
                        .orElseThrow(
                                () -> new ErrorResponseException(HttpStatus.PRECONDITION_REQUIRED));
        Matcher version = VERSION.matcher(etag.strip());
        return version.matches() ? Long.parseLong(version.group(1)) : OF_NOTHING;
    }
}

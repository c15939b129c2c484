package org.rotfaden.members;

import java.util.Locale;
import java.util.regex.Pattern;

/// An e-mail address in lower case; what stands before and after the `@` is not judged further.
public record Email(String value) {

    /// RFC 5321, 4.5.3.1.3.
    private static final int LONGEST = 254;

    private static final Pattern SHAPE = Pattern.compile("[^\\s@]+@[^\\s@]+");

    public Email {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new InvalidEmail();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.rotfaden.members;

import java.util.Locale;
import java.util.regex.Pattern;

/// An e-mail address in lower case; what stands before and after the `@` is not judged further.
public record Email(String value) {

    /// RFC 5321, 4.5.3.1.3.
    public static final int LONGEST = 254;

    private static final Pattern SHAPE = Pattern.compile("[^\\s@]+@[^\\s@]+");

    public Email {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!isPossible(value)) {
            throw new InvalidEmail();
        }
    }

    /// Whether somebody may have this address.
    static boolean isPossible(String words) {
        String address = words.strip();
        return address.length() <= LONGEST && SHAPE.matcher(address).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.rotfaden.members;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A password in clear, as long as it is needed to be hashed or handed over.
record Password(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SHORTEST = 10;

    /// What bcrypt can tell apart.
    private static final int LONGEST_BYTES = 72;

    /// Would be hashed as a question mark.
    private static final Pattern HALF_A_CHARACTER = Pattern.compile("\\p{Cs}");

    /// Letters and digits that nobody confuses when they are read aloud.
    private static final String CLEAR = "abcdefghijkmnpqrstuvwxyz23456789";

    Password {
        if (HALF_A_CHARACTER.matcher(value).find()) {
            throw MemberObjection.PASSWORD_UNREADABLE.raised();
        }
        if (value.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw MemberObjection.PASSWORD_TOO_LONG.raised();
        }
    }

    /// A password that a person chooses here; those of the sample association are known to
    /// everybody anyway and may be shorter.
    static Password chosen(String value) {
        if (value.length() < SHORTEST) {
            throw MemberObjection.PASSWORD_TOO_SHORT.raised();
        }
        return new Password(value);
    }

    /// A password of 80 bits that one member hands to another.
    static Password random() {
        return new Password(
                IntStream.range(0, 4).mapToObj(_ -> group()).collect(Collectors.joining("-")));
    }

    private static String group() {
        return RANDOM.ints(4, 0, CLEAR.length())
                .mapToObj(at -> CLEAR.substring(at, at + 1))
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "Password";
    }
}

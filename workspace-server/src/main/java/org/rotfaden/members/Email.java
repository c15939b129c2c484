package org.rotfaden.members;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.rotfaden.association.Wording;

/// An e-mail address. All spellings in which somebody may type it are one: that of [#normal], by
/// which it is looked for, counted and kept.
public final class Email {

    /// RFC 5321, 4.5.3.1.3.
    public static final int LONGEST = 254;

    private static final Pattern SHAPE = Pattern.compile("[^\\s@\\p{C}]+@[^\\s@\\p{C}]+");

    /// Comes along when an address is copied. Spaces that are typed are a mistake and stay one.
    private static final Pattern COPIED = Pattern.compile("[\\p{Cc}\\p{Z}&&[^\\s\\x{0}]]");

    /// What Turkish keyboards make of a capital I with its dot.
    private static final Pattern DOTTED_I = Pattern.compile("i\\x{307}+");

    /// What stands in the database, maybe since addresses had another form.
    private record Kept(String value) {}

    private final String value;
    private final String former;

    /// @throws org.rotfaden.security.BrokenRule INVALID_EMAIL when nobody can have this address
    public Email(String typed) {
        if (!isPossible(typed)) {
            throw MemberObjection.INVALID_EMAIL.raised();
        }
        value = normal(typed);
        former = typed.strip().toLowerCase(Locale.ROOT);
    }

    private Email(Kept kept) {
        value = kept.value();
        former = value;
    }

    static Email kept(String value) {
        return new Email(new Kept(value));
    }

    /// Whether somebody may have this address.
    static boolean isPossible(String typed) {
        if (typed.strip().length() > LONGEST) {
            return false;
        }
        String normal = normal(typed);
        return normal.length() <= LONGEST && SHAPE.matcher(normal).matches();
    }

    /// The one form of an address: small letters that are not told apart by how they are encoded
    /// (NFKC), and nothing that nobody sees.
    static String normal(String typed) {
        String visible = COPIED.matcher(Wording.withoutUnseen(typed.strip())).replaceAll("");
        String small = compatible(compatible(visible).toLowerCase(Locale.ROOT));
        String visibleAgain = Wording.withoutUnseen(small).replace('ς', 'σ');
        return DOTTED_I.matcher(visibleAgain).replaceAll("i").strip();
    }

    public String value() {
        return value;
    }

    /// What was typed in the form that addresses had formerly.
    String former() {
        return former;
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Email email && value.equals(email.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}

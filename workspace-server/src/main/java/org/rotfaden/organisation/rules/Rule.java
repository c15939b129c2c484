package org.rotfaden.organisation.rules;

import java.util.regex.Pattern;

/// What a unit may set a rule for.
public enum Rule {
    /// Whether all who are at home in the unit write its motions, not the executive committee
    /// alone.
    MEMBERS_WRITE_MOTIONS(Kind.YES_OR_NO, false),
    /// Whether all who are at home in the unit see each other's names.
    MEMBERS_SEE_EACH_OTHER(Kind.YES_OR_NO, true),
    /// Whether guests and supporters of the unit take part in what goes on there.
    GUESTS_TAKE_PART(Kind.YES_OR_NO, false),
    /// With which birthday membership ends, in years.
    AGE_LIMIT(Kind.NUMBER, false),
    /// How long an office may last at the most, in months (for boards: PartG § 11 (1)).
    LONGEST_TERM(Kind.NUMBER, false);

    /// What values look like.
    public enum Kind {
        YES_OR_NO("yes|no"),
        NUMBER("[1-9]\\d{0,2}");

        private final Pattern shape;

        Kind(String shape) {
            this.shape = Pattern.compile(shape);
        }

        boolean fits(String value) {
            return shape.matcher(value).matches();
        }
    }

    private final Kind kind;
    private final boolean yesUnlessSet;

    Rule(Kind kind, boolean yesUnlessSet) {
        this.kind = kind;
        this.yesUnlessSet = yesUnlessSet;
    }

    /// Whether it is as if somebody had said yes where nobody has said anything.
    public boolean isYesUnlessSet() {
        return yesUnlessSet;
    }

    public Kind kind() {
        return kind;
    }
}

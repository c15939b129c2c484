package org.rotfaden.organisation.rules;

import java.util.regex.Pattern;

/// What a unit may set a rule for.
public enum Rule {
    /// Whether all who are at home in the unit write its motions, not the executive committee
    /// alone.
    MEMBERS_WRITE_MOTIONS(Kind.YES_OR_NO),
    /// Whether all who are at home in the unit see each other's names.
    MEMBERS_SEE_EACH_OTHER(Kind.YES_OR_NO),
    /// With which birthday membership ends, in years.
    AGE_LIMIT(Kind.NUMBER),
    /// How long an office may last at the most, in months (for boards: PartG § 11 (1)).
    LONGEST_TERM(Kind.NUMBER);

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

    Rule(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

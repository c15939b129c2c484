package org.rotfaden.organisation.memberships;

/// What a rule would change for members, in numbers.
public sealed interface RuleEffect {

    /// Members gain or lose a right.
    record Rights(int gained, int lost) implements RuleEffect {}

    /// Memberships get another end.
    ///
    /// @param atOnce that end when the rule begins
    /// @param sooner that get an end, or a nearer one
    /// @param later that go on longer, or for good
    record Ends(int atOnce, int sooner, int later) implements RuleEffect {}

    /// Nobody's rights or memberships depend on it.
    record None() implements RuleEffect {}
}

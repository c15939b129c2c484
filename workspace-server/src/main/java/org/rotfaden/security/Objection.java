package org.rotfaden.security;

/// Why a request cannot be done: a rule of the association, or of this workspace, that it would
/// break. Each feature lists its own in one enum. The name of a constant is the code for programs
/// and the key of the sentence for people.
public interface Objection {

    /// The code.
    String name();

    /// What kind of answer fits.
    BrokenRule.Kind kind();

    /// To be thrown where a request breaks the rule.
    ///
    /// @param details names, numbers and dates in the order in which the sentence has them
    default BrokenRule raised(Object... details) {
        return new BrokenRule(this, details);
    }
}

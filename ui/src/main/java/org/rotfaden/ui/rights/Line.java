package org.rotfaden.ui.rights;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.security.Permission;

/// One reason for which somebody may do something.
///
/// @param allowed what it allows with the thing
/// @param origin where the role is held, when that is not the thing itself
/// @param given the role, where it was given at the thing by hand
record Line(
        List<Permission> allowed,
        String reason,
        Optional<String> origin,
        Optional<ExplicitGrant> given) {

    boolean hasReasonOf(Line other) {
        return reason.equals(other.reason) && given.isEmpty() && other.given.isEmpty();
    }

    /// The same office may allow one thing here and another from above: it is one reason.
    Line with(Line other) {
        return new Line(
                Stream.concat(allowed.stream(), other.allowed.stream())
                        .distinct()
                        .sorted()
                        .toList(),
                reason,
                origin.flatMap(_ -> other.origin),
                given);
    }
}

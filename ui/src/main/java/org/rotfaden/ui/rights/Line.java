package org.rotfaden.ui.rights;

import java.util.List;
import java.util.Optional;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.security.Permission;

/// One reason for which somebody may do something.
///
/// @param allowed what it allows with the thing
/// @param given the role, where it was given at the thing by hand
record Line(List<Permission> allowed, String reason, Optional<ExplicitGrant> given) {}

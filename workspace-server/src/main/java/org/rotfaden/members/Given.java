package org.rotfaden.members;

import java.util.Optional;

/// A role that was given, and what it took the place of.
public record Given(ExplicitGrant grant, Optional<ExplicitGrant> before) {}

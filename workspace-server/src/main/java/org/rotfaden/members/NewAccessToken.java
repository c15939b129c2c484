package org.rotfaden.members;

import java.time.Instant;
import java.util.UUID;

/// A token at the one moment when its secret is known.
public record NewAccessToken(UUID id, String token, Instant expires) {}

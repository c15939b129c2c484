package org.rotfaden.crdt.protocol;

import org.jspecify.annotations.Nullable;

/// What one client says of itself.
///
/// @param clock grows with each new state; a state with a lower one is old
/// @param stateJson a JSON value, or null when the client is gone
public record ClientState(long clientId, long clock, @Nullable String stateJson) {}

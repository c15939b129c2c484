package org.rotfaden.discussions;

import java.time.Instant;

/// What stood in a post before it was edited.
///
/// @param version which one it was, from 1 on
/// @param at when it was written
public record Before(long version, String words, Instant at) {}

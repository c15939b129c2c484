package org.rotfaden.crdt;

import java.util.Map;

/// A stretch of text with one set of attributes, or an embed: one operation of a Delta.
///
/// @param insert a `String`, or a `Map` for what is not text
public record Run(Object insert, Map<String, Object> attributes) {}

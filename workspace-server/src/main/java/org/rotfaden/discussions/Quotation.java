package org.rotfaden.discussions;

import org.rotfaden.crdt.Passage;

/// The words of a live document at which a comment stands.
///
/// @param words what they were when it was begun; empty where they had not arrived yet
public record Quotation(Passage passage, String words) {}

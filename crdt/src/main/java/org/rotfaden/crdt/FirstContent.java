package org.rotfaden.crdt;

import java.util.List;

/// What a new document begins with.
///
/// @param title one line, without its end
public record FirstContent(String title, List<Run> text, List<Run> reason) {}

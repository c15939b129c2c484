package org.rotfaden.discussions;

import org.rotfaden.security.Subject;

/// A thread that somebody is about to begin.
///
/// @param title empty for the one that stands beside a thing
public record NewThread(Subject about, String title, NewPost first) {}

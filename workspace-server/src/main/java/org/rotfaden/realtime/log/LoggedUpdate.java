package org.rotfaden.realtime.log;

/// An update as it stands in the log.
///
/// @param sequence its place in the document's log, from 1 on, without gaps
public record LoggedUpdate(long sequence, byte[] bytes) {}

package org.rotfaden.realtime;

import java.time.Instant;
import org.rotfaden.security.MemberId;

/// Somebody writes in a document.
///
/// @param last when she last did
public record Writing(DocumentId document, MemberId writer, Instant last) {}

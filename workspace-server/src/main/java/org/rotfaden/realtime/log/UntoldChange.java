package org.rotfaden.realtime.log;

import org.rotfaden.realtime.DocumentId;

/// A document's owner was not told of changes up to this sequence.
public record UntoldChange(DocumentId document, long sequence) {}

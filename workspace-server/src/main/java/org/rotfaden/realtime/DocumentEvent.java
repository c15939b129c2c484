package org.rotfaden.realtime;

import org.rotfaden.security.Subject;

/// What happened to a live document.
public sealed interface DocumentEvent {

    /// The document was edited and then lay quiet for a moment, or has been busy for a while.
    record Changed(DocumentId document, Subject subject) implements DocumentEvent {}
}

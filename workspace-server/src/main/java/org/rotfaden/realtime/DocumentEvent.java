package org.rotfaden.realtime;

import java.time.Instant;
import org.rotfaden.security.Subject;

/// What happened to a live document.
public sealed interface DocumentEvent {

    /// The document was edited and then lay quiet for a moment, or has been busy for a while. Comes
    /// again when one who listens fails.
    ///
    /// @param at when the newest of these edits became durable, however late one hears of it
    record Changed(DocumentId document, Subject subject, Instant at) implements DocumentEvent {}
}

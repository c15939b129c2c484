package org.rotfaden.realtime.bus;

import org.rotfaden.activity.News;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.log.LoggedUpdate;

/// What one node tells the others.
public sealed interface BusMessage {

    NodeId origin();

    /// What one node tells the others about a document.
    sealed interface OfDocument extends BusMessage {

        DocumentId document();
    }

    /// An update is in the log. Whoever misses one sees the gap in the sequence and reads the log.
    record Appended(NodeId origin, DocumentId document, LoggedUpdate update)
            implements OfDocument {}

    /// The log of a document goes up to here. What one lacks of it is read there.
    record Advanced(NodeId origin, DocumentId document, long sequence) implements OfDocument {}

    /// A node would like to know who is in a document: it has just opened it.
    record PresenceAsked(NodeId origin, DocumentId document) implements OfDocument {}

    /// Who is here and where, as far as the origin knows; never logged.
    record Presence(NodeId origin, DocumentId document, AwarenessUpdate states)
            implements OfDocument {}

    /// A transaction is over. Whoever misses it sees the gap in the versions and loads anew; what
    /// is kept at hand of it is forgotten.
    record Happened(NodeId origin, News news) implements BusMessage {}
}

package org.rotfaden.realtime.bus;

import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.log.LoggedUpdate;

/// What one node tells the others about a document.
public sealed interface BusMessage {

    NodeId origin();

    DocumentId document();

    /// An update is in the log. Whoever misses one sees the gap in the sequence and reads the log.
    record Appended(NodeId origin, DocumentId document, LoggedUpdate update)
            implements BusMessage {}

    /// Who is here and where, as far as the origin knows; never logged.
    record Presence(NodeId origin, DocumentId document, AwarenessUpdate states)
            implements BusMessage {}
}

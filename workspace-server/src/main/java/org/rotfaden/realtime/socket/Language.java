package org.rotfaden.realtime.socket;

import org.rotfaden.realtime.rooms.LiveLimits;

/// What goes over a connection.
public enum Language {
    /// Bytes of documents, in large messages.
    BINARY,
    /// Words for machines, in small messages.
    TEXT;

    /// The largest message of a client, in bytes.
    long largestMessage(LiveLimits limits) {
        return switch (this) {
            case BINARY -> limits.frame().toBytes();
            case TEXT -> limits.stompFrame().toBytes();
        };
    }

    /// What may wait for a slow peer, in bytes.
    long mostUnsent(LiveLimits limits) {
        return switch (this) {
            case BINARY -> limits.unsent().toBytes();
            case TEXT -> limits.stompUnsent().toBytes();
        };
    }
}

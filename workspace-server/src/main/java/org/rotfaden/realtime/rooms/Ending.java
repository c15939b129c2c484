package org.rotfaden.realtime.rooms;

/// Why the server ends a client's stay in a document.
public enum Ending {
    /// The member may no longer do what this stay was opened for.
    RIGHT_LOST,
    /// The log-in or access token behind this stay ended.
    LOGGED_OUT,
    /// The client sent something that is no message of the protocol.
    MALFORMED,
    /// The client sent more than the limits allow.
    FLOOD,
    /// A message or a document is larger than the limits allow.
    TOO_LARGE,
    /// The server cannot keep up or cannot reach its database.
    OVERLOAD,
    /// There is no room for one more document now.
    NO_ROOM,
    /// The document is not there.
    NOT_FOUND,
    /// The server stops.
    SHUTDOWN
}

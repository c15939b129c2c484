package org.rotfaden.realtime;

/// The open connections over which live documents are written.
public interface LiveConnections {

    /// How many there are at this node.
    int count();
}

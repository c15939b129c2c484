package org.rotfaden.realtime;

/// The open live connections of this node.
public interface LiveConnections {

    /// Over how many live documents are read and written.
    int inDocuments();

    /// Over how many screens and programs follow what happens.
    int following();
}

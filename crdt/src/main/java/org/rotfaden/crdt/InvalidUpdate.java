package org.rotfaden.crdt;

/// The bytes are no update, or reach beyond what a document holds. The document is as it was.
public final class InvalidUpdate extends CrdtException {

    InvalidUpdate(String message) {
        super(message);
    }
}

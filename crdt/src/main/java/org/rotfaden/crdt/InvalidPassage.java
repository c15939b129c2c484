package org.rotfaden.crdt;

/// What was given names no passage of a document.
public final class InvalidPassage extends CrdtException {

    InvalidPassage(String message) {
        super(message);
    }
}

package org.rotfaden.crdt;

/// The bytes are no state vector.
public final class InvalidStateVector extends CrdtException {

    InvalidStateVector(String message) {
        super(message);
    }
}

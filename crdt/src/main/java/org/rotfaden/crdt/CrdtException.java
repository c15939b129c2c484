package org.rotfaden.crdt;

/// Something a shared document could not do.
public abstract sealed class CrdtException extends RuntimeException
        permits InvalidUpdate, InvalidStateVector, InvalidPassage, NativeFailure {

    CrdtException(String message) {
        super(message);
    }
}

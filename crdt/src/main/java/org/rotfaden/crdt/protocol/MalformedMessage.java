package org.rotfaden.crdt.protocol;

/// The bytes are no message of the protocol, or larger than the limits allow.
public final class MalformedMessage extends RuntimeException {

    MalformedMessage(String message) {
        super(message);
    }
}

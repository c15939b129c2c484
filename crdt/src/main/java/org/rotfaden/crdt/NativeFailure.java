package org.rotfaden.crdt;

/// The native library failed on a call. The document must be dropped and made anew.
public final class NativeFailure extends CrdtException {

    NativeFailure(String message) {
        super(message);
    }
}

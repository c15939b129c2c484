package org.rotfaden.crdt.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The calls into the Rust crate. Every answer begins with a byte that says how it went: 0 well, 1
/// the input was refused, 2 the library failed.
public final class Native {

    static {
        NativeLibrary.load();
    }

    /// How a call went.
    public enum Status {
        WELL,
        REFUSED,
        FAILED
    }

    /// An answer of the library.
    ///
    /// @param content what was asked for, or a sentence when it did not go well
    public record Answer(Status status, byte[] content) {

        public String sentence() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private Native() {}

    public static Answer answer(byte[] raw) {
        return new Answer(status(raw[0]), Arrays.copyOfRange(raw, 1, raw.length));
    }

    private static Status status(byte code) {
        return switch (code) {
            case 0 -> Status.WELL;
            case 1 -> Status.REFUSED;
            default -> Status.FAILED;
        };
    }

    /// SHA-256 of the sources that the loaded library was built from, as hexadecimal digits.
    public static native byte[] sourcesHash();

    /// How many bytes the library holds outside of the heap.
    public static native long held();

    /// Makes a document and gives its handle, 0 when there was no memory.
    public static native long create();

    public static native void destroy(long handle);

    public static native byte[] apply(long handle, byte[] update);

    public static native byte[] brings(long handle, byte[] update);

    public static native byte[] stateVector(long handle, byte[] nothing);

    public static native byte[] diff(long handle, byte[] stateVector);

    public static native byte[] runs(long handle, byte[] root);

    public static native byte[] places(long handle, byte[] passages);

    public static native byte[] passage(long handle, byte[] indexes);

    public static native byte[] firstContent(byte[] content);

    public static native byte[] merge(byte[][] updates);
}

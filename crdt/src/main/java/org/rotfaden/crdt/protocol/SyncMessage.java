package org.rotfaden.crdt.protocol;

/// The sync protocol: each side says what it has, and gets what it lacks.
public sealed interface SyncMessage {

    /// "This is what I have": a state vector.
    record Step1(byte[] stateVector) implements SyncMessage {}

    /// "This is what you lack", the answer to [Step1].
    record Step2(byte[] update) implements SyncMessage {}

    /// "This has just changed."
    record Update(byte[] update) implements SyncMessage {}

    static SyncMessage read(Lib0Reader in) {
        return switch (in.readKind()) {
            case 0 -> new Step1(in.readBytes());
            case 1 -> new Step2(in.readBytes());
            case 2 -> new Update(in.readBytes());
            default -> throw new MalformedMessage("unknown sync message");
        };
    }

    default void write(Lib0Writer out) {
        switch (this) {
            case Step1(byte[] stateVector) -> write(out, 0, stateVector);
            case Step2(byte[] update) -> write(out, 1, update);
            case Update(byte[] update) -> write(out, 2, update);
        }
    }

    private static void write(Lib0Writer out, int kind, byte[] content) {
        out.writeVarUint(kind);
        out.writeBytes(content);
    }
}

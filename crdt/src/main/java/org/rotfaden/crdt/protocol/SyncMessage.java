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

    /// The bytes that it is about.
    default byte[] content() {
        return switch (this) {
            case Step1(byte[] stateVector) -> stateVector;
            case Step2(byte[] update) -> update;
            case Update(byte[] update) -> update;
        };
    }

    default void write(Lib0Writer out) {
        out.writeVarUint(
                switch (this) {
                    case Step1 _ -> 0;
                    case Step2 _ -> 1;
                    case Update _ -> 2;
                });
        out.writeBytes(content());
    }
}

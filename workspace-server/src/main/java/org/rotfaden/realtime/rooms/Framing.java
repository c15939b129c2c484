package org.rotfaden.realtime.rooms;

import java.util.Optional;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.SyncMessage;

/// How one kind of client wants the engine's messages put into frames. Two equal framings give
/// equal frames, so that a frame for many clients is encoded once.
public interface Framing {

    byte[] sync(SyncMessage message);

    byte[] presence(AwarenessUpdate states);

    /// What tells the author that its update is durable.
    Optional<byte[]> saved(byte[] update);

    /// What tells the author that its update was not taken.
    Optional<byte[]> refused(String reason);

    /// Whether many clients have this framing. What is framed for one alone is not kept: clients
    /// choose names for themselves.
    boolean isShared();

    /// Whether [#saved] is the update itself, which then must not reach its author any earlier.
    boolean echoesWhatIsSaved();
}

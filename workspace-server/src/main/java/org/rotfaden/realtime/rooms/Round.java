package org.rotfaden.realtime.rooms;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rotfaden.crdt.protocol.SyncMessage;

/// Some updates that go out as one, encoded once for all who share a framing.
final class Round {

    private final byte[] update;
    private final Map<Framing, byte[]> frames = new ConcurrentHashMap<>();

    Round(byte[] update) {
        this.update = update;
    }

    /// In bytes, with the frames that are made of it: of each framing about as much.
    long size() {
        return 2L * update.length;
    }

    byte[] framed(Framing framing) {
        var message = new SyncMessage.Update(update);
        return framing.isShared()
                ? frames.computeIfAbsent(framing, _ -> framing.sync(message))
                : framing.sync(message);
    }
}

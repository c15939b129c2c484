package org.rotfaden.realtime.rooms;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rotfaden.crdt.protocol.SyncMessage;

/// Some updates that go out as one, encoded at most once per framing.
final class Round {

    private final byte[] update;
    private final Map<Framing, byte[]> frames = new ConcurrentHashMap<>();

    Round(byte[] update) {
        this.update = update;
    }

    byte[] framed(Framing framing) {
        return frames.computeIfAbsent(framing, _ -> framing.sync(new SyncMessage.Update(update)));
    }
}

package org.rotfaden.realtime.rooms;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rotfaden.crdt.SharedDocument;

/// What newcomers lack, at hand while nothing changes: a crowd that comes at once costs one
/// encoding. Clients choose what they ask, so only a few answers are kept. Confined to the room's
/// inbox.
final class Answers {

    private static final int MOST = 4;

    /// @param missing what somebody lacks
    /// @param stateVector what somebody who got it has seen
    record Answer(byte[] missing, byte[] stateVector) {}

    private final Map<ByteBuffer, Answer> atHand =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Answer> eldest) {
                    return size() > MOST;
                }
            };

    /// @throws org.rotfaden.crdt.InvalidStateVector when the bytes are none
    Answer to(byte[] stateVector, SharedDocument document) {
        return atHand.computeIfAbsent(
                ByteBuffer.wrap(stateVector),
                _ -> new Answer(document.diff(stateVector), document.stateVector()));
    }

    /// The document has changed.
    void clear() {
        atHand.clear();
    }
}

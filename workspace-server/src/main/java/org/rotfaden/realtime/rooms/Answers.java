package org.rotfaden.realtime.rooms;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.SharedDocument;

/// What those who ask lack. A crowd that comes at once with nothing costs one encoding, which is
/// kept while nothing changes and memory is not needed for something else. What somebody with
/// another state lacks is hers alone, and clients choose what they say they have: none of it is
/// kept. Confined to the room's inbox.
final class Answers {

    private static final byte[] NOTHING = {0};

    /// @param missing what somebody lacks
    /// @param stateVector what somebody who got it has seen
    record Answer(byte[] missing, byte[] stateVector) {}

    private SoftReference<@Nullable Answer> everything = new SoftReference<>(null);

    /// @throws org.rotfaden.crdt.InvalidStateVector when the bytes are none
    Answer to(byte[] stateVector, SharedDocument document) {
        if (!Arrays.equals(stateVector, NOTHING)) {
            return answer(stateVector, document);
        }
        Answer kept = everything.get();
        if (kept == null) {
            kept = answer(stateVector, document);
            everything = new SoftReference<>(kept);
        }
        return kept;
    }

    /// The document has changed.
    void clear() {
        everything.clear();
    }

    private static Answer answer(byte[] stateVector, SharedDocument document) {
        return new Answer(document.diff(stateVector), document.stateVector());
    }
}

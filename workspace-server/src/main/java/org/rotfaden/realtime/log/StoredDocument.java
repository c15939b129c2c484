package org.rotfaden.realtime.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Subject;

/// All that is needed to bring a document back: the newest snapshot and what came after it.
///
/// @param snapshot the whole state after `snapshotSequence`, or null when none was taken yet
public record StoredDocument(
        Subject subject,
        byte @Nullable [] snapshot,
        long snapshotSequence,
        List<LoggedUpdate> tail) {

    /// The sequence of the newest update.
    public long sequence() {
        return tail.isEmpty() ? snapshotSequence : tail.getLast().sequence();
    }
}

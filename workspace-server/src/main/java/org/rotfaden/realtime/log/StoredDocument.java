package org.rotfaden.realtime.log;

import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Subject;

/// All that is needed to bring a document back: the newest snapshot and how much came after it,
/// which is read by and by.
///
/// @param snapshot the whole state after `snapshotSequence`, or null when none was taken yet
/// @param sequence that of the newest update
/// @param tailBytes of the updates after the snapshot
public record StoredDocument(
        Subject subject,
        byte @Nullable [] snapshot,
        long snapshotSequence,
        long sequence,
        long tailBytes) {}

package org.rotfaden.realtime.rooms;

import org.rotfaden.crdt.CrdtException;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.log.LoggedUpdate;
import org.rotfaden.realtime.log.StoredDocument;
import org.rotfaden.realtime.log.UpdateLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Turns what is stored into documents, and documents into snapshots.
@Component
class Snapshots {

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

    private final UpdateLog updates;

    Snapshots(UpdateLog updates) {
        this.updates = updates;
    }

    /// The document of the newest snapshot and what follows it; of the whole log when the snapshot
    /// cannot be read.
    SharedDocument restore(DocumentId id, StoredDocument stored) {
        if (stored.snapshot() == null) {
            return replay(id, SharedDocument.empty(), 0, stored.sequence());
        }
        try {
            return replay(
                    id,
                    SharedDocument.of(stored.snapshot()),
                    stored.snapshotSequence(),
                    stored.sequence());
        } catch (CrdtException damaged) {
            log.error(
                    "The snapshot of document {} cannot be read, its log is used instead",
                    id,
                    damaged);
            return replay(id, SharedDocument.empty(), 0, stored.sequence());
        }
    }

    /// Stores the state as of the newest durable update, unless another node is at it or has just
    /// done it. Works on a document of its own, so that no room waits for it.
    ///
    /// @param fewUpdates so many may follow one that is new enough
    /// @param fewBytes so large they may be together
    /// @return up to where there is one, or will be
    synchronized long take(DocumentId id, long fewUpdates, long fewBytes) {
        StoredDocument stored = updates.load(id);
        if (stored.sequence() - stored.snapshotSequence() <= fewUpdates
                && stored.tailBytes() <= fewBytes) {
            return stored.snapshotSequence();
        }
        updates.alone("snapshot", id, () -> keep(id, stored));
        return stored.sequence();
    }

    private void keep(DocumentId id, StoredDocument stored) {
        try (SharedDocument document = restore(id, stored)) {
            updates.keepSnapshot(id, new LoggedUpdate(stored.sequence(), document.snapshot()));
        }
    }

    private SharedDocument replay(DocumentId id, SharedDocument document, long after, long upTo) {
        try {
            updates.replay(id, after, upTo, update -> apply(id, update, document));
            return document;
        } catch (RuntimeException unread) {
            document.close();
            throw unread;
        }
    }

    private static void apply(DocumentId id, LoggedUpdate update, SharedDocument document) {
        try {
            document.apply(update.bytes());
        } catch (CrdtException damaged) {
            log.error(
                    "Update {} of document {} cannot be read and is left out",
                    update.sequence(),
                    id,
                    damaged);
        }
    }
}

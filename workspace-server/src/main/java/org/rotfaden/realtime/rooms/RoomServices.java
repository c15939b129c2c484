package org.rotfaden.realtime.rooms;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.bus.Bus;
import org.rotfaden.realtime.bus.NodeId;
import org.rotfaden.realtime.log.UpdateLog;

/// What every room of a node needs.
///
/// @param threads runs tasks that may wait
record RoomServices(
        NodeId node,
        UpdateLog log,
        Snapshots snapshots,
        Bus bus,
        ChangeTeller tell,
        Intake intake,
        Questions questions,
        RoomMemory memory,
        ReadingTurns turns,
        LiveLimits limits,
        Clock clock,
        Executor threads) {

    /// Passes on that a document was changed up to a sequence.
    interface ChangeTeller {

        /// Tells it beside the room.
        ///
        /// @return completes when the telling is over, well or not
        CompletableFuture<?> changed(DocumentId document, long sequence);
    }
}

package org.rotfaden.realtime.rooms;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.rotfaden.realtime.bus.NodeId;
import org.rotfaden.realtime.bus.UpdateBus;
import org.rotfaden.realtime.log.UpdateLog;

/// What every room of a node needs.
///
/// @param threads runs tasks that may wait
record RoomServices(
        NodeId node,
        UpdateLog log,
        Snapshots snapshots,
        UpdateBus bus,
        ChangeTeller tell,
        LiveLimits limits,
        Clock clock,
        Executor threads) {

    /// Passes on that a document was changed up to a sequence.
    interface ChangeTeller {
        void changed(Room room, long sequence);
    }
}

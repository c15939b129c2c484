package org.rotfaden.realtime.rooms;

import java.util.concurrent.atomic.AtomicLong;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.ClientState;
import org.rotfaden.crdt.protocol.SyncMessage;
import org.rotfaden.realtime.log.LoggedUpdate;
import org.rotfaden.realtime.log.UpdateLog;

/// What the clients of this node, and other nodes, have said and what is not durable yet, whether
/// they are still here or not: it waits for its turn in a room, then for the database. All of it
/// together is bounded.
final class Intake {

    /// What a message costs besides its bytes.
    private static final long OVERHEAD = 256;

    private final UpdateLog log;
    private final long most;
    private final AtomicLong waiting = new AtomicLong();

    Intake(UpdateLog log, LiveLimits limits) {
        this.log = log;
        this.most = limits.mostUnwritten();
    }

    /// What a question costs that has no content.
    static final long QUESTION = OVERHEAD;

    static long sizeOf(SyncMessage message) {
        return OVERHEAD + message.content().length;
    }

    static long sizeOf(LoggedUpdate update) {
        return OVERHEAD + update.bytes().length;
    }

    static long sizeOf(AwarenessUpdate said) {
        return said.states().stream().mapToLong(Intake::sizeOf).sum() + OVERHEAD;
    }

    private static long sizeOf(ClientState state) {
        return OVERHEAD + (state.stateJson() == null ? 0L : state.stateJson().length());
    }

    /// Whether there is room for something of this size; it counts until [#done].
    boolean admits(long size) {
        if (waiting.addAndGet(size) + log.waitingBytes() <= most) {
            return true;
        }
        done(size);
        return false;
    }

    /// The message had its turn.
    void done(long size) {
        waiting.addAndGet(-size);
    }
}

package org.rotfaden.realtime.rooms;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.ClientState;

/// What other nodes are to hear of who is here: of each client the newest state, and not every
/// movement of a hand. Confined to the room's inbox.
final class Announcements {

    /// For so long what comes is gathered.
    private static final Duration PAUSE = Duration.ofMillis(75);

    /// So much goes into one message, and one state more, in characters.
    private static final int TOGETHER = 32 << 10;

    private final Map<Long, ClientState> newest = new LinkedHashMap<>();
    private final Executor later;
    private final Consumer<AwarenessUpdate> announce;

    /// @param announce takes what the others are to hear
    Announcements(Executor inbox, Consumer<AwarenessUpdate> announce) {
        this.later =
                CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, inbox);
        this.announce = announce;
    }

    void add(List<ClientState> states) {
        if (newest.isEmpty() && !states.isEmpty()) {
            later.execute(this::pass);
        }
        states.forEach(state -> newest.put(state.clientId(), state));
    }

    private void pass() {
        List<ClientState> some = new ArrayList<>();
        int size = 0;
        for (ClientState state : newest.values()) {
            some.add(state);
            size += state.stateJson() == null ? 0 : state.stateJson().length();
            if (size > TOGETHER) {
                announce.accept(new AwarenessUpdate(List.copyOf(some)));
                some.clear();
                size = 0;
            }
        }
        newest.clear();
        if (!some.isEmpty()) {
            announce.accept(new AwarenessUpdate(List.copyOf(some)));
        }
    }
}

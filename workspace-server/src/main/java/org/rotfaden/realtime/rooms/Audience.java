package org.rotfaden.realtime.rooms;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.rotfaden.crdt.protocol.ClientState;

/// Everybody who is in a room, and whether there is something new for them. Who joins may be added
/// by any thread; the rest is confined to the room's inbox.
final class Audience {

    private static final int CROWD = 16;

    private final Set<Participant> participants = ConcurrentHashMap.newKeySet();
    private final Inbox crowd;
    private boolean news;

    Audience(Executor threads) {
        this.crowd =
                new Inbox(threads, () -> participants.parallelStream().forEach(Participant::wake));
    }

    void add(Participant participant) {
        participants.add(participant);
    }

    void remove(Participant participant) {
        participants.remove(participant);
    }

    boolean contains(Participant participant) {
        return participants.contains(participant);
    }

    List<Participant> following() {
        return participants.stream().filter(Participant::isFollowing).toList();
    }

    void show(Collection<ClientState> states) {
        if (!states.isEmpty()) {
            participants.forEach(participant -> participant.show(states));
            hasNews();
        }
    }

    void end(Ending ending) {
        participants.forEach(participant -> participant.end(ending));
    }

    /// There is something that [#wakeEverybody] is to tell.
    void hasNews() {
        news = true;
    }

    /// A crowd is served by all cores, a few by the writer itself, which is quicker for them.
    void wakeEverybody() {
        if (!news) {
            return;
        }
        news = false;
        if (participants.size() <= CROWD) {
            participants.forEach(Participant::wake);
        } else {
            crowd.execute(Audience::thereIsNews);
        }
    }

    /// All that comes while the crowd is served goes out in the next round.
    private static void thereIsNews() {}
}

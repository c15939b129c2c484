package org.rotfaden.realtime.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.ClientState;

/// Who is in a room and where, as the awareness protocol of Yjs has it: a state per client with a
/// clock that only grows. A participant speaks for the one client it introduced; what it says of
/// others is dropped, because standard clients repeat what they heard. A member takes her own
/// clients over, on which node ever she introduced them.
///
/// Confined to the room's writer.
final class Presence {

    /// After this time without a renewal a client counts as gone (y-protocols: 30 s, renewed at 15
    /// s).
    static final Duration TIMEOUT = Duration.ofSeconds(30);

    /// For so long the clock of a client that is gone is kept: none of its messages is on its way
    /// for longer.
    static final Duration MEMORY = Duration.ofMinutes(5);

    /// So many clients that are gone are remembered at the most; who went longest ago is forgotten
    /// first.
    static final int MOST_GONE = 1_000;

    private record Known(ClientState state, @Nullable Participant speaker, Instant renewed) {}

    private final Map<Long, Known> clients = new HashMap<>();

    /// Takes what a participant says of its own client.
    ///
    /// @return what is news to the others
    List<ClientState> accept(Participant speaker, AwarenessUpdate said, Instant now) {
        List<ClientState> news = new ArrayList<>();
        for (ClientState state : said.states()) {
            if (maySpeakFor(speaker, state) && isNewer(state)) {
                ClientState shown = speaker.identified(state);
                clients.put(state.clientId(), new Known(shown, speaker, now));
                news.add(shown);
            }
        }
        return news;
    }

    /// Takes what another node knows: of a client that speaks here only that its own member has
    /// moved it there.
    List<ClientState> acceptFromBus(AwarenessUpdate said, Instant now) {
        List<ClientState> news =
                said.states().stream()
                        .filter(this::isNewer)
                        .filter(this::isNobodyElsesHere)
                        .toList();
        news.forEach(state -> clients.put(state.clientId(), new Known(state, null, now)));
        return news;
    }

    /// Forgets the client of somebody who left.
    Optional<ClientState> leave(Participant participant, Instant now) {
        return participant
                .client()
                .filter(client ->
                        clients.containsKey(client) && clients.get(client).speaker() == participant)
                .flatMap(client -> gone(client, now));
    }

    /// Forgets who was silent for too long.
    ///
    /// @return who is gone by that
    List<ClientState> expire(Instant now) {
        forget(now);
        return clients.entrySet().stream()
                .filter(client -> client.getValue().state().stateJson() != null)
                .filter(client -> client.getValue().renewed().plus(TIMEOUT).isBefore(now))
                .map(Map.Entry::getKey)
                .toList()
                .stream()
                .flatMap(client -> gone(client, now).stream())
                .toList();
    }

    private void forget(Instant now) {
        List<Known> gone =
                clients.values().stream()
                        .filter(known -> known.state().stateJson() == null)
                        .sorted(Comparator.comparing(Known::renewed).reversed())
                        .toList();
        for (int place = 0; place < gone.size(); place++) {
            if (place >= MOST_GONE || gone.get(place).renewed().plus(MEMORY).isBefore(now)) {
                clients.remove(gone.get(place).state().clientId());
            }
        }
    }

    /// The states of all who are here.
    List<ClientState> everybody() {
        return clients.values().stream()
                .map(Known::state)
                .filter(state -> state.stateJson() != null)
                .toList();
    }

    /// The states of those who speak on this node.
    List<ClientState> ours() {
        return clients.values().stream()
                .filter(known -> known.speaker() != null && known.state().stateJson() != null)
                .map(Known::state)
                .toList();
    }

    private boolean maySpeakFor(Participant speaker, ClientState state) {
        Known known = clients.get(state.clientId());
        boolean free =
                known == null
                        || known.state().stateJson() == null
                        || known.speaker() == speaker
                        || speaker.hasIdentified(known.state());
        return free && speaker.introduce(state.clientId());
    }

    private boolean isNobodyElsesHere(ClientState state) {
        Known known = clients.get(state.clientId());
        return known == null
                || known.speaker() == null
                || known.state().stateJson() == null
                || known.speaker().hasIdentified(state);
    }

    private boolean isNewer(ClientState state) {
        Known known = clients.get(state.clientId());
        return known == null
                || state.clock() > known.state().clock()
                || (state.clock() == known.state().clock()
                        && state.stateJson() == null
                        && known.state().stateJson() != null);
    }

    /// Keeps the clock, so that a late message of the client cannot bring it back.
    private Optional<ClientState> gone(long client, Instant now) {
        Known known = clients.get(client);
        if (known == null || known.state().stateJson() == null) {
            return Optional.empty();
        }
        var state = new ClientState(client, known.state().clock(), null);
        clients.put(client, new Known(state, null, now));
        return Optional.of(state);
    }
}

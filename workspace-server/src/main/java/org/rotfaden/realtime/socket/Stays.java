package org.rotfaden.realtime.socket;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.rooms.Framing;
import org.rotfaden.realtime.rooms.Outlet;
import org.rotfaden.realtime.rooms.Participant;
import org.rotfaden.security.MemberId;

/// The stays of one connection, under the names that the client gave them. Each ends once, by
/// whatever ends it first, and none begins after the connection is closed.
final class Stays {

    private final Connection connection;
    private final Door door;
    private final Map<String, Stay> byName = new ConcurrentHashMap<>();
    private final Set<MemberId> members = new HashSet<>();
    private boolean closed;

    Stays(Connection connection, Door door) {
        this.connection = connection;
        this.door = door;
    }

    /// Whether there is room for a stay of somebody, and for this connection of hers. Whoever has a
    /// stay of this name goes on with it.
    boolean admits(String name, Visitor visitor, DocumentId document) {
        MemberId member = visitor.person().member();
        boolean goesOn =
                named(name).filter(stay -> stay.participant().member().equals(member)).isPresent();
        return isCounted(member) && (goesOn || door.rooms().admits(member, document));
    }

    /// Takes somebody in and lists the stay, in place of the one of this name.
    ///
    /// @return the stay, or nothing when it has ended already
    Optional<Stay> begin(
            String name,
            Visitor visitor,
            DocumentId document,
            Access access,
            Framing framing,
            Outlet outlet) {
        Participant participant =
                door.rooms().join(document, visitor.person(), access, framing, outlet);
        var stay = new Stay(visitor, participant, outlet);
        connection.add(participant);
        if (!list(name, stay)) {
            leave(stay);
            return Optional.empty();
        }
        if (participant.hasEnded()) {
            end(name, outlet);
            return Optional.empty();
        }
        return Optional.of(stay);
    }

    Optional<Stay> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// Nothing when the stay has ended.
    Optional<String> nameOf(Stay stay) {
        return byName.entrySet().stream()
                .filter(named -> named.getValue().equals(stay))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Collection<Stay> all() {
        return List.copyOf(byName.values());
    }

    /// How many stays of other names there are.
    long othersThan(String name) {
        return byName.keySet().stream().filter(other -> !other.equals(name)).count();
    }

    /// Ends the stay of this name, if there is one.
    void end(String name) {
        named(name).ifPresent(stay -> end(name, stay.outlet()));
    }

    /// Ends the stay of this name if it is the one with this outlet.
    void end(String name, Outlet outlet) {
        Stay stay = byName.get(name);
        if (stay != null && stay.outlet().equals(outlet) && byName.remove(name, stay)) {
            leave(stay);
        }
    }

    /// The connection is gone; what was said over it is done all the same.
    void close() {
        synchronized (this) {
            closed = true;
            members.forEach(member -> door.attendance().leave(member, connection));
        }
        byName.keySet().forEach(this::end);
    }

    private void leave(Stay stay) {
        connection.remove(stay.participant());
        door.rooms().leave(stay.participant());
    }

    private synchronized boolean isCounted(MemberId member) {
        boolean isCounted = !closed && door.attendance().counts(member, connection);
        if (isCounted) {
            members.add(member);
        }
        return isCounted;
    }

    private synchronized boolean list(String name, Stay stay) {
        if (!closed) {
            Optional.ofNullable(byName.put(name, stay)).ifPresent(this::leave);
        }
        return !closed;
    }
}

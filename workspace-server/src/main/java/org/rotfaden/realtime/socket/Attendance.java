package org.rotfaden.realtime.socket;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.rotfaden.security.MemberId;
import org.springframework.stereotype.Component;

/// Over which connections members are here. Each has a bounded number of them; whoever comes with
/// one more is sent away until another has gone. Were an older one to go instead, two programs
/// would drive each other out for ever.
@Component
public final class Attendance {

    private final int mostOfOne;
    private final Map<MemberId, Set<Connection>> here = new ConcurrentHashMap<>();

    Attendance(LiveLimits limits) {
        this.mostOfOne = limits.connectionsOfOneMember();
    }

    /// Counts a connection for a member.
    ///
    /// @return whether it counts now; not when she has as many as she may
    public boolean counts(MemberId member, Connection connection) {
        return here.compute(
                        member,
                        (_, known) -> {
                            Set<Connection> hers =
                                    known == null ? ConcurrentHashMap.newKeySet() : known;
                            if (hers.size() < mostOfOne) {
                                hers.add(connection);
                            }
                            return hers;
                        })
                .contains(connection);
    }

    /// The connection is gone.
    public void leave(MemberId member, Connection connection) {
        here.computeIfPresent(
                member,
                (_, hers) -> {
                    hers.remove(connection);
                    return hers.isEmpty() ? null : hers;
                });
    }
}

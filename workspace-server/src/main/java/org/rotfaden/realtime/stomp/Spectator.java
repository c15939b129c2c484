package org.rotfaden.realtime.stomp;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.rotfaden.activity.Topic;
import org.rotfaden.realtime.socket.Connection;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;

/// Who follows over a connection, and by what she came in: today a member, by her log-in or by an
/// access token of hers.
sealed interface Spectator permits MemberSpectator {

    /// Until when what she came in by is valid; nothing when it has ended.
    Optional<Instant> validUntil();

    /// Whether she may know of a subject.
    boolean sees(Subject subject);

    /// The topics of all keys that she holds now.
    Set<Topic> keys();

    /// Whether what she came in by may have ended by a change.
    boolean mayHaveLeft(RightsChanged changed);

    /// Whether what she may know of may be another thing now.
    boolean isConcernedBy(RightsChanged changed, Set<Subject> followed);

    /// Counts a connection of hers; not when she has as many as she may.
    boolean comes(Connection connection);

    /// Counts one more topic that she follows; not when she follows as many as she may, or all
    /// together do.
    boolean mayFollowOneMore();

    /// Follows one topic less.
    void followsOneLess();

    /// A connection of hers is gone.
    void leaves(Connection connection);
}

package org.rotfaden.realtime.stomp;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.rotfaden.security.MemberId;
import org.springframework.stereotype.Component;

/// How many topics are followed: by one member, and by all together.
@Component
final class FollowedTopics {

    private final int mostOfOne;
    private final Semaphore left;
    private final Map<MemberId, Integer> ofMembers = new ConcurrentHashMap<>();

    FollowedTopics(LiveLimits limits) {
        this.mostOfOne = limits.topicsOfOneMember();
        this.left = new Semaphore(limits.mostTopics());
    }

    /// Counts one more.
    ///
    /// @return whether it counts now
    boolean add(MemberId member) {
        if (!left.tryAcquire()) {
            return false;
        }
        boolean[] counts = {false};
        ofMembers.compute(
                member,
                (_, followed) -> {
                    int before = followed == null ? 0 : followed;
                    counts[0] = before < mostOfOne;
                    return counts[0] ? Integer.valueOf(before + 1) : followed;
                });
        if (!counts[0]) {
            left.release();
        }
        return counts[0];
    }

    void remove(MemberId member) {
        ofMembers.computeIfPresent(member, (_, followed) -> followed == 1 ? null : followed - 1);
        left.release();
    }
}

package org.rotfaden.realtime.socket;

import static org.mockito.Mockito.mock;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.rotfaden.MovableClock;
import org.rotfaden.OwnBeans;
import org.rotfaden.activity.Watch;
import org.rotfaden.beat.PretendStandstill;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentPolicy;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.rotfaden.realtime.rooms.Rooms;
import org.rotfaden.realtime.rooms.SomeLimits;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.context.ApplicationContext;

/// A door of its own to the rooms of the workspace. Whoever asks for rights there gets the answer
/// of that moment, and gets it when the gate is open.
final class GatedDoor implements DocumentPolicy {

    static final String SUBJECT = "gated";

    final MovableClock clock = new MovableClock();
    final PretendStandstill server = new PretendStandstill();

    /// It has not heard everything, unless a test says so.
    final Watch watch = mock();

    final OpenConversations open;
    final LiveSocketHandler handler;
    final AtomicInteger asked = new AtomicInteger();
    volatile Function<MemberId, Access> answer = _ -> Access.WRITE;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    GatedDoor(ApplicationContext workspace) {
        this(workspace, Map.of());
    }

    /// @param limits that are other than those of the workspace; with rooms of its own if there are
    ///   any
    GatedDoor(ApplicationContext workspace, Map<String, String> limits) {
        var beans = new OwnBeans(workspace);
        if (!limits.isEmpty()) {
            LiveLimits some = SomeLimits.with(limits);
            beans.put("rotfaden.live-" + LiveLimits.class.getName(), some);
            beans.put("roomMemory", SomeLimits.memory(some));
            beans.make(Rooms.class);
        }
        beans.put("gatedDoor", this);
        beans.put("clock", clock);
        beans.put("standstill", server.standstill);
        beans.put("watch", watch);
        beans.make(
                Attendance.class,
                Doorkeeper.class,
                Door.class,
                OpenConversations.class,
                LiveSocketHandler.class);
        open = beans.get(OpenConversations.class);
        handler = beans.get(LiveSocketHandler.class);
        open.start();
    }

    static Subject subject() {
        return new Subject(SUBJECT, UUID.randomUUID());
    }

    void shut() {
        gate = new CountDownLatch(1);
    }

    void unlock() {
        gate.countDown();
    }

    @Override
    public String subjectType() {
        return SUBJECT;
    }

    @Override
    public Access accessOf(MemberId member, Subject subject) {
        Access now = answer.apply(member);
        asked.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return now;
    }
}

package org.rotfaden.realtime.socket;

import static org.mockito.Mockito.mock;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.rotfaden.MovableClock;
import org.rotfaden.activity.Watch;
import org.rotfaden.beat.PretendStandstill;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentPolicy;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.rotfaden.realtime.rooms.Rooms;
import org.rotfaden.realtime.rooms.SomeLimits;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;

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
        var beans = new DefaultListableBeanFactory(workspace);
        if (!limits.isEmpty()) {
            LiveLimits some = SomeLimits.with(limits);
            beans.registerSingleton("rotfaden.live-" + LiveLimits.class.getName(), some);
            beans.registerSingleton("roomMemory", SomeLimits.memory(some));
            beans.registerBeanDefinition("rooms", definition(Rooms.class));
        }
        beans.registerBeanDefinition("attendance", definition(Attendance.class));
        beans.registerResolvableDependency(ApplicationEventPublisher.class, workspace);
        beans.registerSingleton("gatedDoor", this);
        beans.registerSingleton("clock", clock);
        beans.registerSingleton("standstill", server.standstill);
        beans.registerSingleton("watch", watch);
        beans.registerBeanDefinition("doorkeeper", definition(Doorkeeper.class));
        beans.registerBeanDefinition("door", definition(Door.class));
        beans.registerBeanDefinition("openConversations", definition(OpenConversations.class));
        beans.registerBeanDefinition("liveSocketHandler", definition(LiveSocketHandler.class));
        open = beans.getBean(OpenConversations.class);
        handler = beans.getBean(LiveSocketHandler.class);
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

    private static BeanDefinition definition(Class<?> kind) {
        var definition = new RootBeanDefinition(kind);
        definition.setAutowireMode(AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR);
        return definition;
    }
}

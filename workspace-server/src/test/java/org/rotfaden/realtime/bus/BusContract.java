package org.rotfaden.realtime.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rotfaden.activity.News;
import org.rotfaden.activity.Told;
import org.rotfaden.activity.Topic;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionId;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.log.LoggedUpdate;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;

/// What every bus must do, whatever carries it.
interface BusContract {

    Bus bus();

    @Test
    default void delivers_to_all_other_nodes_in_order() {
        NodeId here = NodeId.random();
        NodeId there = NodeId.random();
        DocumentId document = DocumentId.random();
        List<Long> heard = new CopyOnWriteArrayList<>();
        List<Long> echoed = new CopyOnWriteArrayList<>();
        Bus bus = bus();
        bus.subscribe(there, message -> heard.add(sequence(message)));
        bus.subscribe(here, message -> echoed.add(sequence(message)));
        List<Long> sent = LongStream.rangeClosed(1, 100).boxed().toList();
        sent.forEach(number -> bus.publish(appended(here, document, number)));
        await().untilAsserted(() -> assertThat(heard).containsExactlyElementsOf(sent));
        assertThat(echoed).isEmpty();
    }

    @Test
    default void everything_a_node_says_comes_in_its_order_to_all_who_listen_there() {
        NodeId here = NodeId.random();
        NodeId there = NodeId.random();
        List<BusMessage> one = new CopyOnWriteArrayList<>();
        List<BusMessage> another = new CopyOnWriteArrayList<>();
        Bus bus = bus();
        bus.subscribe(there, one::add);
        bus.subscribe(there, another::add);
        var motion = new MotionId(UUID.randomUUID());
        var changed =
                new Told(
                        new MotionEvent.Changed(motion, Subject.ASSOCIATION),
                        Instant.EPOCH,
                        Map.of(Topic.about(motion.subject()), 1L));
        List<BusMessage> said =
                Stream.of(
                                News.of(RightsChanged.of(MemberId.random())),
                                new News(
                                        RightsChanged.belonging(motion.subject())
                                                .and(RightsChanged.rolesAt(Subject.ASSOCIATION)),
                                        7,
                                        List.of(changed)),
                                News.of(RightsChanged.ofEverybody()))
                        .<BusMessage>map(news -> new BusMessage.Happened(here, news))
                        .toList();
        said.forEach(bus::publish);
        await().untilAsserted(() -> assertThat(one).isEqualTo(said));
        await().untilAsserted(() -> assertThat(another).isEqualTo(said));
    }

    @Test
    default void who_has_left_hears_nothing() {
        NodeId here = NodeId.random();
        List<BusMessage> heard = new CopyOnWriteArrayList<>();
        Bus bus = bus();
        Runnable leave = bus.subscribe(NodeId.random(), heard::add);
        leave.run();
        bus.publish(appended(here, DocumentId.random(), 1));
        assertThat(heard).isEmpty();
    }

    private static BusMessage appended(NodeId from, DocumentId document, long sequence) {
        return new BusMessage.Appended(from, document, new LoggedUpdate(sequence, new byte[] {1}));
    }

    private static long sequence(BusMessage message) {
        return ((BusMessage.Appended) message).update().sequence();
    }
}

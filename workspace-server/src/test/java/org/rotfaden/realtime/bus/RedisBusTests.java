package org.rotfaden.realtime.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rotfaden.activity.OtherNodes;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.log.LoggedUpdate;
import redis.embedded.RedisServer;

/// The bus between processes, over a real Redis.
class RedisBusTests implements BusContract {

    private static int port;
    private static RedisServer redis;

    private final List<RedisBus> open = new ArrayList<>();

    @BeforeAll
    static void redis() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = probe.getLocalPort();
        }
        redis = RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
        redis.start();
    }

    @AfterAll
    static void noRedis() throws IOException {
        redis.stop();
    }

    @AfterEach
    void hangUp() {
        open.forEach(RedisBus::stop);
    }

    @Override
    public Bus bus() {
        return bus("workspace");
    }

    @Test
    void what_is_too_large_is_read_from_the_log() {
        Recorder there = new Recorder();
        RedisBus bus = bus("workspace");
        bus.subscribe(NodeId.random(), there);
        NodeId here = NodeId.random();
        DocumentId document = DocumentId.random();
        bus.publish(appended(here, document, 7, WireFormat.LARGEST));
        await().until(() ->
                there.messages.equals(List.of(new BusMessage.Advanced(here, document, 7))));
    }

    @Test
    void whoever_listens_is_told_when_redis_is_back_and_hears_again() throws IOException {
        Recorder there = new Recorder();
        RedisBus bus = unconnected("workspace");
        bus.subscribe(NodeId.random(), there);
        await().until(() -> there.losses.get() == 1);
        redis.stop();
        await().until(() -> bus.state() == OtherNodes.State.CUT_OFF);
        bus.publish(appended(NodeId.random(), DocumentId.random(), 1, 1));
        redis.start();
        await().until(() -> there.losses.get() == 2);
        assertThat(there.messages).isEmpty();
        bus.publish(appended(NodeId.random(), DocumentId.random(), 2, 1));
        await().until(() -> there.messages.size() == 1);
    }

    @Test
    void two_workspaces_on_one_redis_do_not_hear_each_other() {
        Recorder other = new Recorder();
        bus("another workspace").subscribe(NodeId.random(), other);
        Recorder same = new Recorder();
        RedisBus bus = bus("workspace");
        bus.subscribe(NodeId.random(), same);
        bus.publish(appended(NodeId.random(), DocumentId.random(), 1, 1));
        await().until(() -> same.messages.size() == 1);
        assertThat(other.messages).isEmpty();
    }

    /// Random bytes, too many bytes, and what was said elsewhere under another key.
    @Test
    void the_bytes_of_a_stranger_harm_nobody() {
        Recorder there = new Recorder();
        RedisBus bus = bus("workspace");
        bus.subscribe(NodeId.random(), there);
        byte[] forged =
                WireFormat.encode(appended(NodeId.random(), DocumentId.random(), 9, 3))
                        .orElseThrow();
        say(new byte[0]);
        say(new byte[] {1, 2, 3});
        say(forged);
        say(new Seal("rotfaden:workspace", key("of a stranger")).sealed(forged));
        say(seal("workspace").sealed(new byte[] {99, 1, 2}));
        say(seal("workspace").sealed(new byte[] {1, 5, 3}));
        await().until(() -> there.losses.get() > 0);
        int before = there.losses.get();
        say(new byte[64 << 20]);
        await().untilAsserted(() ->
                assertThat(there.losses)
                        .as("the line was cut and is back")
                        .hasValueGreaterThan(before));
        bus.publish(appended(NodeId.random(), DocumentId.random(), 1, 1));
        await().untilAsserted(() -> {
            bus.publish(appended(NodeId.random(), DocumentId.random(), 2, 1));
            assertThat(there.messages).isNotEmpty();
        });
        assertThat(there.messages)
                .allSatisfy(message ->
                        assertThat(((BusMessage.Appended) message).update().sequence())
                                .isLessThan(3));
    }

    @Test
    void a_node_starts_without_redis_and_finds_it_later() throws IOException {
        redis.stop();
        RedisBus bus = unconnected("workspace");
        Recorder there = new Recorder();
        bus.subscribe(NodeId.random(), there);
        bus.publish(appended(NodeId.random(), DocumentId.random(), 1, 1));
        redis.start();
        await().until(() -> bus.state() == OtherNodes.State.REACHED);
        await().until(() -> there.losses.get() == 1);
    }

    private RedisBus bus(String workspace) {
        RedisBus bus = unconnected(workspace);
        await().until(() -> bus.state() == OtherNodes.State.REACHED);
        return bus;
    }

    private RedisBus unconnected(String workspace) {
        var bus = new RedisBus(place(), () -> seal(workspace));
        bus.start();
        open.add(bus);
        return bus;
    }

    private static RedisURI place() {
        return RedisURI.create("redis://127.0.0.1:" + port);
    }

    private static Seal seal(String workspace) {
        return new Seal("rotfaden:" + workspace, key(workspace));
    }

    private static SecretKey key(String words) {
        return new SecretKeySpec(words.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    private static void say(byte[] bytes) {
        try (RedisClient client = RedisClient.create(place());
                var connection = client.connect(ByteArrayCodec.INSTANCE)) {
            connection
                    .sync()
                    .publish("rotfaden:workspace".getBytes(StandardCharsets.US_ASCII), bytes);
        }
    }

    private static BusMessage appended(NodeId from, DocumentId document, long sequence, int bytes) {
        return new BusMessage.Appended(from, document, new LoggedUpdate(sequence, new byte[bytes]));
    }

    private static final class Recorder implements Bus.Listener {

        private final List<BusMessage> messages = new CopyOnWriteArrayList<>();
        private final AtomicInteger losses = new AtomicInteger();

        @Override
        public void heard(BusMessage message) {
            messages.add(message);
        }

        @Override
        public void mayHaveMissed() {
            losses.incrementAndGet();
        }
    }
}

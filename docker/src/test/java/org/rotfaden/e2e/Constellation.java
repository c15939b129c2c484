package org.rotfaden.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.embedded.RedisServer;

/// Several nodes with the sample association on one PostgreSQL and one Redis, and a line that leads
/// to those that answer.
final class Constellation implements AutoCloseable {

    private final Workspace before;
    private final int redisPort;
    private final RedisServer redis;
    final Postmaster postgres;
    final List<Workspace> nodes;
    final Cable door;

    Constellation(int nodes) {
        before = Workspace.start("database");
        before.kill();
        postgres = new Postmaster(before);
        redisPort = freePort();
        redis = server();
        startRedis();
        String[] options =
                Stream.concat(
                                Stream.of(postgres.options()),
                                Stream.of("--spring.data.redis.url=redis://127.0.0.1:" + redisPort))
                        .toArray(String[]::new);
        this.nodes =
                IntStream.range(0, nodes)
                        .parallel()
                        .mapToObj(number -> Workspace.node("node", options))
                        .toList();
        door = Cable.inTurn(this.nodes.stream().map(Workspace::port).toList());
    }

    Workspace node(int number) {
        return nodes.get(number % nodes.size());
    }

    void startRedis() {
        try {
            redis.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void stopRedis() {
        try {
            redis.stop();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void awaitHealth() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> nodes.stream().allMatch(Workspace::isReady));
    }

    private RedisServer server() {
        try {
            return RedisServer.newRedisServer()
                    .port(redisPort)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .build();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        door.close();
        nodes.forEach(Workspace::close);
        stopRedis();
        before.close();
    }
}

package org.rotfaden.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import redis.embedded.RedisServer;

/// Several nodes with the sample association on one PostgreSQL and one Redis, and a line that leads
/// to those that answer.
final class Constellation implements AutoCloseable {

    private final Compose compose = new Compose();
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
        redisPort = Workspace.freePort();
        redis = server();
        begin();
        this.nodes = more(nodes, "postgres");
        awaitRedis();
        door = Cable.inTurn(this.nodes.stream().map(Workspace::port).toList());
    }

    /// Starts nodes together.
    List<Workspace> more(int count, String database) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> Workspace.node("node", environment(number, database)))
                .toList();
    }

    /// What the file for containers gives a node, with the places and names that are here.
    private Map<String, String> environment(int number, String database) {
        List<String> names = compose.nodes();
        Map<String, String> environment = compose.environment(names.get(number % names.size()));
        environment.put("SPRING_DATASOURCE_URL", postgres.url(database));
        environment.put("SPRING_DATASOURCE_PASSWORD", postgres.password());
        environment.put("SPRING_DATA_REDIS_HOST", "127.0.0.1");
        environment.put("SPRING_DATA_REDIS_PORT", Integer.toString(redisPort));
        return environment;
    }

    Workspace node(int number) {
        return nodes.get(number % nodes.size());
    }

    /// Starts Redis again, and waits until all nodes hear each other.
    void startRedis() {
        begin();
        awaitRedis();
    }

    private void begin() {
        try {
            redis.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitRedis() {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        nodes.stream()
                                .allMatch(node ->
                                        node.text("/health/ready", "", "application/json")
                                                .contains("REACHED")));
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
                    .setting("proto-max-bulk-len 1mb")
                    .setting("requirepass ROTFADEN_REDIS_PASSWORD")
                    .build();
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

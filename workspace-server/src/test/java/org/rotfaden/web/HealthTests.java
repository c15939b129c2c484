package org.rotfaden.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rotfaden.TablesOwner;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.web.Health.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// What a monitor is told of a server that cannot do its work.
@WorkspaceTest
class HealthTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final long NO_ROOM = 1_000_000;
    private static final long MUCH_ROOM = 1_000_000_000;

    @LocalServerPort private int port;
    @Autowired private TablesOwner owner;
    @Autowired private ApplicationAvailability ready;

    /// A limit for new files is felt as a full disk is: what fits into the tables as they are still
    /// goes, and what needs room does not.
    @Test
    void a_database_without_room_is_told_and_healthy_again_once_there_is_some() {
        assertThat(health()).isEqualTo("200 {\"status\":\"UP\",\"nodes\":\"ALONE\"}");
        owner.jdbc().sql("alter system set temp_file_limit = '1MB'").update();
        try {
            reload();
            await().until(() -> health().startsWith("503"));
            assertThat(health())
                    .isEqualTo(
                            "503 {\"status\":\"DOWN\",\"reason\":\"DISK_FULL\",\"nodes\":\"ALONE\"}");
        } finally {
            owner.jdbc().sql("alter system reset temp_file_limit").update();
            reload();
        }
        await().until(() -> health().startsWith("200"));
    }

    @Test
    void a_disk_without_room_and_a_database_that_is_gone_or_only_read_are_told_apart() {
        assertThat(stateWhen(new SQLException("No space left on device", "53100")))
                .isEqualTo(State.DISK_FULL);
        assertThat(stateWhen(new SQLTransientConnectionException("none")))
                .isEqualTo(State.DATABASE_UNREACHABLE);
        assertThat(stateWhen(new SQLException("the system is in recovery", "57P03")))
                .isEqualTo(State.DATABASE_UNREACHABLE);
        assertThat(stateWhen(new SQLException("Read-only file system", "42501")))
                .isEqualTo(State.DATABASE_NOT_WRITABLE);
        assertThat(stateWhen(new SQLException("cannot execute during recovery", "55000")))
                .isEqualTo(State.DATABASE_NOT_WRITABLE);
    }

    @Test
    void many_who_ask_cost_the_database_one_trial() throws Exception {
        var trials = new AtomicInteger();
        var goOn = new CountDownLatch(1);
        var health =
                new Health(
                        () -> {
                            trials.incrementAndGet();
                            awaitQuietly(goOn);
                            return State.UP;
                        },
                        ready,
                        A_DAY);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<State>> asking =
                    IntStream.range(0, 50).mapToObj(_ -> threads.submit(health::state)).toList();
            await().until(() -> trials.get() == 1);
            goOn.countDown();
            for (Future<State> one : asking) {
                assertThat(one.get()).isEqualTo(State.UP);
            }
        }
        assertThat(health.state()).isEqualTo(State.UP);
        assertThat(trials).hasValue(1);
    }

    @Test
    void nobody_waits_for_a_database_that_has_fallen_silent_nor_tries_it_once_more() {
        var trials = new AtomicInteger();
        var goOn = new CountDownLatch(1);
        var health =
                new Health(
                        () -> {
                            trials.incrementAndGet();
                            awaitQuietly(goOn);
                            return State.UP;
                        },
                        ready,
                        Duration.ZERO);
        assertThat(health.state()).isEqualTo(State.DATABASE_UNREACHABLE);
        assertThat(health.state()).isEqualTo(State.DATABASE_UNREACHABLE);
        assertThat(trials).hasValue(1);
        goOn.countDown();
        await().until(() -> health.state() == State.UP);
    }

    @Test
    void whoever_starts_or_stops_says_so_and_asks_no_database() {
        Supplier<State> nobody =
                () -> {
                    throw new AssertionError("was asked");
                };
        var availability = new ApplicationAvailabilityBean();
        var health = new Health(nobody, availability, A_DAY);
        assertThat(health.state()).isEqualTo(State.STARTING);
        availability.onApplicationEvent(
                new AvailabilityChangeEvent<>(this, ReadinessState.REFUSING_TRAFFIC));
        assertThat(health.state()).isEqualTo(State.STOPPING);
    }

    /// When its log cannot grow PostgreSQL ends itself, and cannot be asked why.
    @Test
    void a_database_that_is_gone_from_a_full_disk_is_told_as_a_full_disk() {
        assertThat(stateWhen(new SQLTransientConnectionException("none"), NO_ROOM))
                .isEqualTo(State.DISK_FULL);
    }

    private static State stateWhen(SQLException failure) {
        return stateWhen(failure, MUCH_ROOM);
    }

    private static State stateWhen(SQLException failure, long room) {
        return new WritingDatabase(
                        new AbstractDataSource() {
                            @Override
                            public Connection getConnection() throws SQLException {
                                throw failure;
                            }

                            @Override
                            public Connection getConnection(String user, String password)
                                    throws SQLException {
                                throw failure;
                            }
                        },
                        () -> room)
                .get();
    }

    private void reload() {
        owner.jdbc().sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    private String health() {
        try {
            HttpResponse<String> answer =
                    HTTP.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://localhost:" + port + "/health"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

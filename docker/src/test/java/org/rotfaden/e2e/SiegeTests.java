package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A workspace with 256 MB of memory under attack, in which a member goes on working. Prints how
/// long the member waited; a minute each in the long proofs.
class SiegeTests {

    private static final Duration LENGTH =
            Duration.ofSeconds(Boolean.getBoolean("rotfaden.long") ? 60 : 6);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Workspace workspace;
    private static String bekir;
    private static String clara;

    /// Has asked for nothing in another siege.
    private static String dilek;

    private final ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Typist> typists = new ArrayList<>();
    private String document;
    private Typist member;
    private volatile boolean over;

    @BeforeAll
    static void little_memory() {
        workspace =
                Workspace.small(
                        "besieged",
                        256,
                        "--rotfaden.live.connections-of-one-member=300",
                        "--rotfaden.pace.beginning.at-once=1000000",
                        "--rotfaden.pace.changing.at-once=1000000");
        bekir = workspace.tokenOf("bekir");
        clara = workspace.tokenOf("clara");
        dilek = workspace.tokenOf("dilek");
    }

    @AfterAll
    static void end() {
        workspace.close();
    }

    @BeforeEach
    void a_member_at_work() {
        document = newDocument("Belagert");
        member = typist(newDocument("In Ruhe"), bekir);
    }

    @AfterEach
    void end_of_the_siege() {
        over = true;
        attackers.shutdownNow();
        typists.forEach(Typist::close);
    }

    @Test
    void strangers_who_begin_pages_without_end_do_not_end_the_server() {
        for (int stranger = 0; stranger < 8; stranger++) {
            attack(() -> get("/?v-r=init&location=anmelden&query=", ""));
            attack(() -> get("/einrichten?schluessel=erraten", ""));
        }
        assertThatTheMemberGoesOn("strangers");
    }

    @Test
    void a_reader_who_asks_in_ever_new_ways_does_not_end_the_server() {
        makeLarge(16);
        Typist reader = typist(document, clara);
        for (int question = 0; question < 60; question++) {
            reader.ask();
        }
        attack(() -> {
            reader.ask();
            pause(Duration.ofMillis(50));
        });
        assertThatTheMemberGoesOn("distinct state vectors");
    }

    @Test
    void readers_who_take_nothing_do_not_end_the_server() {
        makeLarge(16);
        attack(() -> {
            List<Typist> deaf =
                    IntStream.range(0, 13)
                            .mapToObj(_ -> Typist.deaf(workspace, document, clara))
                            .toList();
            for (int question = 0; question < 5; question++) {
                deaf.forEach(Typist::ask);
            }
            pause(Duration.ofSeconds(3));
            deaf.forEach(Typist::close);
        });
        assertThatTheMemberGoesOn("sockets that do not read");
    }

    @Test
    void a_body_without_end_by_who_may_only_read_does_not_end_the_server() {
        for (int attacker = 0; attacker < 4; attacker++) {
            attack(() -> sendWithoutEnd("/api/association/logo", "PUT", "image/png"));
            attack(() -> sendWithoutEnd("/api/motions", "POST", "application/json"));
        }
        assertThatTheMemberGoesOn("bodies of 700 MB");
    }

    @Test
    void a_room_that_gets_more_than_it_can_take_does_not_end_the_server() {
        List<Typist> readers =
                IntStream.range(0, 250).mapToObj(_ -> typist(document, dilek)).toList();
        List<Typist> writers =
                IntStream.range(0, 50).mapToObj(_ -> typist(document, bekir)).toList();
        List<Long> heardBefore = readers.stream().map(Typist::heardBytes).toList();
        for (Typist writer : writers) {
            attack(() -> {
                writer.type("x");
                pause(Duration.ofNanos(1_000_000_000 / 120));
            });
        }
        assertThatTheMemberGoesOn("50 writers, 120 a second each, 250 readers");
        assertThat(writers).allMatch(Typist::isOpen);
        assertThat(readers).allMatch(Typist::isOpen);
        for (int reader = 0; reader < readers.size(); reader++) {
            assertThat(readers.get(reader).heardBytes())
                    .as("what reader %d heard during the siege", reader)
                    .isGreaterThan(heardBefore.get(reader));
        }
    }

    @Test
    void a_member_who_presses_and_writes_on_pages_without_end_does_not_end_the_server() {
        var browser = new PageByHand.Browser(workspace, "clara");
        attack(() -> {
            PageByHand groups = browser.open("gruppen");
            groups.pressable().forEach(button -> groups.press(Collections.nCopies(400, button)));
            PageByHand account = browser.open("konto");
            for (int field : account.elements("vaadin-password-field")) {
                account.write(field, "x".repeat(900_000));
            }
        });
        assertThatTheMemberGoesOn("pages full of dialogs and words");
    }

    /// As somebody would who had many accounts: no pace stands in the way.
    @Test
    void motions_without_end_beside_pages_that_take_nothing_do_not_end_the_server() {
        for (String reader : List.of("anna", "clara", "dilek", "emil")) {
            var browser = new PageByHand.Browser(workspace, reader);
            IntStream.range(0, 30).forEach(_ -> browser.open("antraege"));
        }
        String motion = "{\"title\":\"%s\"}".formatted("x".repeat(150));
        for (int attacker = 0; attacker < 6; attacker++) {
            attack(() -> workspace.post("/api/motions", bekir, motion));
        }
        attack(() -> get("/api/motions?most=200", clara));
        attack(handingOver(workspace.tokenOf("anna")));
        assertThatTheMemberGoesOn("motions, beside pages that take nothing");
    }

    /// Hers, everybody's, hers again: each time it is another row in every list.
    private static Runnable handingOver(String author) {
        String member = workspace.get("/api/members/me", author).get("id").asString();
        String motion =
                workspace
                        .post("/api/motions", author, "{\"title\":\"Hin und her\"}")
                        .get("id")
                        .asString();
        return () ->
                List.of(
                                "{\"type\":\"member\",\"id\":\"%s\"}".formatted(member),
                                "{\"type\":\"association\",\"id\":\"%s\"}"
                                        .formatted(new UUID(0, 0)))
                        .forEach(owner -> {
                            workspace.put("/api/motions/" + motion + "/owner", author, owner);
                            pause(Duration.ofMillis(250));
                        });
    }

    private void assertThatTheMemberGoesOn(String siege) {
        long end = System.nanoTime() + LENGTH.toNanos();
        List<Duration> waits = new ArrayList<>();
        while (System.nanoTime() < end) {
            waits.add(member.save("geht "));
            long since = System.nanoTime();
            assertThat(get("/api/motions", bekir)).isEqualTo(200);
            waits.add(Duration.ofNanos(System.nanoTime() - since));
            pause(Duration.ofMillis(100));
        }
        over = true;
        waits.sort(null);
        Duration median = waits.get(waits.size() / 2);
        System.out.printf(
                "Siege by %s, %d s: %d acts, median %d ms, worst %d ms%n",
                siege,
                LENGTH.toSeconds(),
                waits.size(),
                median.toMillis(),
                waits.getLast().toMillis());
        assertThat(workspace.program().isAlive()).isTrue();
        assertThat(waits.getLast()).isLessThan(PATIENCE);
    }

    private void attack(Runnable act) {
        attackers.execute(() -> {
            while (!over) {
                try {
                    act.run();
                } catch (RuntimeException refused) {
                    pause(Duration.ofMillis(20));
                }
            }
        });
    }

    private void makeLarge(int megabytes) {
        Typist writer = typist(document, bekir);
        for (int part = 0; part < megabytes; part++) {
            writer.save("x".repeat(1 << 20));
        }
        writer.close();
    }

    private Typist typist(String opened, String token) {
        Typist typist = Typist.open(workspace, opened, token);
        typists.add(typist);
        return typist;
    }

    private static String newDocument(String title) {
        return workspace
                .post(
                        "/api/motions",
                        workspace.tokenOf("anna"),
                        "{\"title\":\"%s\"}".formatted(title))
                .get("documentId")
                .asString();
    }

    private static int get(String path, String token) {
        var request = request(path, token).timeout(Duration.ofSeconds(30)).build();
        return send(request);
    }

    private static void sendWithoutEnd(String path, String method, String type) {
        send(
                request(path, clara)
                        .header("Content-Type", type)
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(700)))
                        .timeout(Duration.ofSeconds(30))
                        .build());
    }

    private static HttpRequest.Builder request(String path, String token) {
        var request = HttpRequest.newBuilder(URI.create(workspace.address() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static int send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void pause(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }

    /// So many megabytes of nothing.
    private static final class Endless extends InputStream {

        private long left;

        Endless(long megabytes) {
            left = megabytes << 20;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int given = (int) Math.min(left, most);
            left -= given;
            return given == 0 ? -1 : given;
        }
    }
}

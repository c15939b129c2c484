package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// PostgreSQL dies with all its processes while people and programs go on. The workspace lives.
class LostDatabaseTests extends WithMortalWorkspace {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Nobody waits longer to hear that something cannot be done now: two seconds, and some more
    /// for a machine that does much else.
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    /// A connection that was used a moment ago is not tried before it is used again.
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final Postmaster postgres = new Postmaster(workspace);
    private String token;
    private JsonNode motion;

    @BeforeEach
    void begin() {
        token = workspace.tokenOf("anna");
        motion = workspace.post("/api/motions", token, "{\"title\":\"Beständig\"}");
    }

    @AfterEach
    void giveBack() {
        postgres.giveBack();
    }

    @Test
    void one_that_dies_is_started_again_and_nothing_that_was_acknowledged_is_missing()
            throws IOException {
        try (Writers writers = writers(workspace)) {
            for (int death = 0; death < 3; death++) {
                writers.awaitMore();
                postgres.kill();
                await().atMost(Duration.ofSeconds(5)).until(postgres::isAlive);
                writers.awaitMore();
                writers.freeze();
                writers.expectAcknowledgedIn(stored(workspace));
                writers.goOn();
            }
            writers.expectConverged();
        }
        assertThat(workspace.program().isAlive()).isTrue();
    }

    @Test
    void while_it_is_gone_everybody_is_told_at_once_and_nothing_is_called_saved() throws Exception {
        try (Writers writers = writers(workspace)) {
            writers.awaitMore();
            postgres.takeAway();
            writers.settle();
            int before = writers.acknowledged();
            expectUnavailable(request("/api/motions", "Bearer " + token));
            expectUnavailable(request("/api/tokens", basic("anna")).POST(noBody()));
            assertThat(statusOf("/health")).isEqualTo(503);
            assertThat(statusOf("/health/ready")).isEqualTo(503);
            assertThat(statusOf("/health/live")).isEqualTo(200);
            String document = motion.get("documentId").asString();
            assertThat(LiveSocket.open(workspace, document, token).closeCode()).isEqualTo(1013);
            assertThat(writers.acknowledged()).isEqualTo(before);
            postgres.giveBack();
            awaitHealth(workspace);
            writers.awaitMore();
            writers.freeze();
            writers.expectAcknowledgedIn(stored(workspace));
            writers.goOn();
            writers.expectConverged();
        }
    }

    @Test
    void one_that_falls_silent_is_told_like_one_that_is_gone() throws Exception {
        postgres.silence();
        try {
            await().pollDelay(A_MOMENT).until(() -> true);
            expectUnavailable(request("/api/motions", "Bearer " + token));
            assertThat(statusOf("/health")).isEqualTo(503);
        } finally {
            postgres.goOn();
        }
        awaitHealth(workspace);
        assertThat(workspace.get("/api/motions", token).get("items")).isNotEmpty();
    }

    @Test
    void whoever_writes_goes_on_and_pages_say_what_is_the_matter() {
        MotionPage anna = window(motion.get("number").asInt());
        anna.page().evaluate("window.rotfadenSame = true");
        MotionPage onward = window(1);
        Page reader = window(1).page();
        postgres.takeAway();

        anna.type("Brot ");
        assertThat(reader.navigate(workspace.address() + "/gliederungen").status()).isEqualTo(503);
        assertThat(reader.textContent("h1")).isEqualTo("Gerade geht es nicht weiter");
        assertThat(reader.evaluate("document.styleSheets.length")).isEqualTo(3);
        onward.page().click(".rail a[href='antraege']");
        await().until(() ->
                onward.page().locator("vaadin-connection-indicator[reconnecting]").count() == 1);
        assertThat(anna.status()).isNotEqualTo("gespeichert");

        postgres.giveBack();
        anna.awaitStatus("gespeichert");
        assertThat(anna.page().evaluate("window.rotfadenSame")).isEqualTo(true);
        assertThat(stored(workspace)).contains("Brot");
        onward.page().waitForURL("**/antraege");
        reader.waitForSelector(".page");
    }

    @Test
    void a_workspace_without_its_database_stops_in_order_and_quickly() {
        MotionPage anna = window(motion.get("number").asInt());
        postgres.takeAway();
        anna.type("Brot ");
        var _ =
                HTTP.sendAsync(
                        request("/api/motions", "Bearer " + token).build(),
                        HttpResponse.BodyHandlers.discarding());
        Thread stop = Thread.startVirtualThread(workspace::stop);
        await().atMost(Duration.ofSeconds(5)).until(() -> !stop.isAlive());
        postgres.giveBack();
        workspace.startAgain();
        anna.awaitStatus("gespeichert");
        assertThat(stored(workspace)).contains("Brot");
    }

    @Test
    void one_of_others_is_met_again_when_it_is_back() throws IOException {
        workspace.kill();
        try (Workspace guest = Workspace.start("guest", postgres.options());
                Writers writers = writers(guest)) {
            for (int death = 0; death < 2; death++) {
                writers.awaitMore();
                postgres.kill();
                writers.settle();
                HttpRequest.Builder motions =
                        HttpRequest.newBuilder(URI.create(guest.address() + "/api/motions"))
                                .timeout(AT_ONCE)
                                .header("Authorization", "Bearer " + token);
                expectUnavailable(motions);
                postgres.startAgain();
                awaitHealth(guest);
                writers.awaitMore();
                writers.freeze();
                writers.expectAcknowledgedIn(stored(guest));
                writers.goOn();
            }
            writers.expectConverged();
            assertThat(guest.stop()).isEqualTo(143);
        }
    }

    private Writers writers(Workspace where) {
        return Writers.into(motion.get("documentId").asString(), where.port(), token);
    }

    private String stored(Workspace where) {
        return where.text(
                "/api/motions/" + motion.get("id").asString() + "/text", token, "text/plain");
    }

    private MotionPage window(int motion) {
        return MotionPage.open(
                Browsers.wide(ColorScheme.LIGHT), workspace.address(), "anna", motion);
    }

    private static void awaitHealth(Workspace where) {
        await().atMost(Duration.ofSeconds(15))
                .until(() ->
                        HTTP.send(
                                                HttpRequest.newBuilder(
                                                                URI.create(
                                                                        where.address()
                                                                                + "/health"))
                                                        .build(),
                                                HttpResponse.BodyHandlers.discarding())
                                        .statusCode()
                                == 200);
    }

    private static void expectUnavailable(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(JSON.readTree(answer.body()).get("code").asString())
                    .isEqualTo("DATABASE_UNAVAILABLE");
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private int statusOf(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path, "").build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private HttpRequest.Builder request(String path, String authorization) {
        return HttpRequest.newBuilder(URI.create(workspace.address() + path))
                .timeout(AT_ONCE)
                .header("Authorization", authorization);
    }

    private static String basic(String member) {
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (member + "@example.org:rotfaden")
                                        .getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.BodyPublisher noBody() {
        return HttpRequest.BodyPublishers.noBody();
    }
}

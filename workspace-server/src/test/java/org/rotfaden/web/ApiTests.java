package org.rotfaden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Pace;
import org.rotfaden.security.TooFast;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What machines can do over HTTP, and what they cannot.
@WorkspaceTest
class ApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort private int port;
    @Autowired private Association association;
    @Autowired private Pace pace;

    @Test
    void e_mail_address_and_password_give_a_token_that_works_until_it_is_revoked() {
        Member bekir = association.bekir();
        var given = basic(bekir.email().value(), Association.PASSWORD);
        assertThat(given.statusCode()).isEqualTo(201);
        JsonNode token = json(given);
        assertThat(token.get("expires").asString()).startsWith("20");
        String secret = token.get("token").asString();
        assertThat(json(get("/api/members/me", secret)).get("email").asString())
                .isEqualTo(bekir.email().value());
        assertThat(
                        send("DELETE", "/api/tokens/" + token.get("id").asString(), secret, "")
                                .statusCode())
                .isEqualTo(204);
        assertProblem(get("/api/members/me", secret), 401, "NOT_SIGNED_IN");
    }

    @Test
    void nobody_revokes_the_token_of_another() {
        String id =
                json(basic(association.bekir().email().value(), Association.PASSWORD))
                        .get("id")
                        .asString();
        assertProblem(
                send("DELETE", "/api/tokens/" + id, clara(), ""), 404, "ACCESS_TOKEN_NOT_FOUND");
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
        assertProblem(
                basic(association.newcomer(Right.READ).email().value(), "falsch"),
                401,
                "NOT_SIGNED_IN");
        assertProblem(basic("niemand@example.org", "falsch"), 401, "NOT_SIGNED_IN");
    }

    /// One attempt stands in line; there is no place for another one of the same network.
    @Test
    void guessing_is_slowed() {
        String email = association.newcomer(Right.READ).email().value();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(basic(email, "falsch" + guess).statusCode()).isEqualTo(401);
        }
        Object refused =
                CompletableFuture.anyOf(
                                Stream.generate(() -> "falsch")
                                        .limit(11) // one more than stand in line
                                        .map(guess ->
                                                CompletableFuture.supplyAsync(
                                                        () -> basic(email, guess),
                                                        Thread::startVirtualThread))
                                        .toArray(CompletableFuture[]::new))
                        .join();
        assertThat(refused).isInstanceOf(HttpResponse.class);
        var slowed = (HttpResponse<?>) refused;
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.body().toString()).contains("TOO_MANY_ATTEMPTS");
        assertThat(slowed.headers().firstValueAsLong("Retry-After")).isPresent();
    }

    @Test
    void who_begins_or_changes_more_than_hands_could_is_slowed() {
        MemberId fast = association.newcomer(Right.WRITE).id();
        String token = association.tokenOf(fast);
        String group = group("Schnell");
        takeAll(() -> pace.begin(fast));
        var slowed = send("POST", "/api/motions", token, "{\"title\":\"Noch einer\"}");
        assertProblem(slowed, 429, "TOO_FAST");
        assertThat(slowed.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
        assertProblem(send("POST", "/api/groups", token, group), 429, "TOO_FAST");
        takeAll(() -> pace.change(fast));
        assertProblem(
                send("POST", "/api/groups/" + UUID.randomUUID() + "/join", token, ""),
                429,
                "TOO_FAST");
        assertThat(get("/api/motions", token).statusCode()).isEqualTo(200);
    }

    private static void takeAll(Runnable taking) {
        try {
            while (true) {
                taking.run();
            }
        } catch (TooFast all) {
            assertThat(all.seconds()).isPositive();
        }
    }

    @Test
    void nobody_takes_part_in_more_groups_than_the_server_can_look_at() {
        String token = association.tokenOf(association.newcomer(Right.WRITE).id());
        for (int number = 0; number < 200; number++) {
            assertThat(send("POST", "/api/groups", token, group("Viele")).statusCode())
                    .isEqualTo(201);
        }
        assertProblem(send("POST", "/api/groups", token, group("Viele")), 409, "TOO_MANY_GROUPS");
    }

    private static String group(String name) {
        return """
        {"name":"%s","purpose":"","kind":"WORKING_GROUP","admission":"OPEN","units":[]}
        """
                .formatted(name);
    }

    @Test
    void nobody_comes_in_without_a_token() {
        for (String path :
                new String[] {"/api/motions", "/api/members", "/api/tokens", "/api/nirgends"}) {
            assertProblem(get(path, ""), 401, "NOT_SIGNED_IN");
            assertProblem(get(path, "rfp_falsch"), 401, "NOT_SIGNED_IN");
        }
    }

    @Test
    void a_cookie_alone_changes_nothing() throws Exception {
        HttpRequest forged =
                HttpRequest.newBuilder(address("/api/motions"))
                        .header("Cookie", "rotfaden-login=" + UUID.randomUUID() + ".x")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"x\"}"))
                        .build();
        assertProblem(
                HTTP.send(forged, HttpResponse.BodyHandlers.ofString()), 403, "FORGED_REQUEST");
    }

    @Test
    void a_motion_is_begun_listed_and_read() {
        HttpResponse<String> begun = send("POST", "/api/motions", bekir(), "{\"title\":\"Busse\"}");
        assertThat(begun.statusCode()).isEqualTo(201);
        JsonNode motion = json(begun);
        String path = begun.headers().firstValue("Location").orElseThrow();
        assertThat(json(get(path, clara()))).isEqualTo(motion);
        assertThat(motion.get("title").asString()).isEqualTo("Busse");
        assertThat(UUID.fromString(motion.get("documentId").asString())).isNotNull();
        assertThat(get("/api/motions", clara()).body()).contains(motion.get("id").asString());
    }

    @Test
    void who_may_only_read_begins_nothing() {
        assertProblem(
                send("POST", "/api/motions", clara(), "{\"title\":\"x\"}"), 403, "MAY_ONLY_READ");
    }

    @Test
    void the_words_come_in_the_form_that_is_asked_for() {
        MotionSummary motion = association.motion("Busse & Bahnen");
        String path = "/api/motions/" + motion.id() + "/text";
        assertThat(as("text/plain", path).body()).startsWith("Busse & Bahnen\n");
        assertThat(as("text/html", path).body()).contains("<h1>Busse &amp; Bahnen</h1>");
        assertThat(
                        json(as("application/json", path))
                                .get("title")
                                .get("ops")
                                .get(0)
                                .get("insert")
                                .asString())
                .isEqualTo("Busse & Bahnen");
        assertThat(as("image/png", path).statusCode()).isEqualTo(406);
    }

    @Test
    void rights_are_changed_by_administrators_only() {
        Member whose = association.newcomer(Right.WRITE);
        String path = "/api/members/" + whose.id() + "/right";
        assertProblem(
                send("PUT", path, bekir(), "{\"right\":\"READ\"}"), 403, "ONLY_ADMINISTRATORS");
        assertThat(json(send("PUT", path, anna(), "{\"right\":\"READ\"}")).get("right").asString())
                .isEqualTo("READ");
        assertProblem(send("PUT", path, anna(), "{\"right\":\"ALLES\"}"), 400, "BAD_REQUEST");
        assertProblem(
                send("PUT", path, anna(), "{\"right\":\"READ\",\"administrator\":true}"),
                400,
                "BAD_REQUEST");
        assertProblem(
                send(
                        "PUT",
                        "/api/members/" + UUID.randomUUID() + "/right",
                        anna(),
                        "{\"right\":\"READ\"}"),
                404,
                "MEMBER_NOT_FOUND");
        assertProblem(get("/api/members", bekir()), 403, "ONLY_ADMINISTRATORS");
    }

    @Test
    void members_are_taken_in_by_administrators_and_change_their_password_themselves() {
        String newcomer = "{\"name\":\"Gül\",\"email\":\"guel@example.org\",\"right\":\"READ\"}";
        assertProblem(send("POST", "/api/members", bekir(), newcomer), 403, "ONLY_ADMINISTRATORS");
        HttpResponse<String> admitted = send("POST", "/api/members", anna(), newcomer);
        assertThat(admitted.statusCode()).isEqualTo(201);
        assertProblem(send("POST", "/api/members", anna(), newcomer), 409, "EMAIL_TAKEN");
        assertProblem(
                send(
                        "POST",
                        "/api/members",
                        anna(),
                        newcomer.replace("}", ",\"administrator\":true}")),
                400,
                "BAD_REQUEST");
        String password = json(admitted).get("password").asString();
        String token = json(basic("guel@example.org", password)).get("token").asString();
        String change = "{\"current\":\"%s\",\"next\":\"lieber dieses hier\"}";
        assertProblem(
                send("PUT", "/api/members/me/password", token, change.formatted("falsch")),
                400,
                "WRONG_PASSWORD");
        assertThat(
                        send("PUT", "/api/members/me/password", token, change.formatted(password))
                                .statusCode())
                .isEqualTo(204);
        assertThat(basic("guel@example.org", "lieber dieses hier").statusCode()).isEqualTo(201);
        String id = json(admitted).get("member").get("id").asString();
        assertThat(send("POST", "/api/members/" + id + "/password", anna(), "").statusCode())
                .isEqualTo(200);
        assertProblem(get("/api/members/me", token), 401, "NOT_SIGNED_IN");
    }

    @Test
    void bad_input_gets_a_clear_answer() {
        assertProblem(send("POST", "/api/motions", bekir(), "{"), 400, "BAD_REQUEST");
        assertProblem(send("POST", "/api/motions", bekir(), "{}"), 400, "BAD_REQUEST");
        assertProblem(
                send("POST", "/api/motions", bekir(), "{\"titel\":\"x\"}"), 400, "BAD_REQUEST");
        assertProblem(
                send("POST", "/api/motions", bekir(), "{\"title\":\"" + "x".repeat(201) + "\"}"),
                400,
                "TITLE_TOO_LONG");
        assertProblem(get("/api/motions/keine-id", bekir()), 400, "BAD_REQUEST");
        assertProblem(get("/api/motions/" + UUID.randomUUID(), bekir()), 404, "MOTION_NOT_FOUND");
        assertProblem(get("/api/nirgends", bekir()), 404, "NOT_FOUND");
    }

    @Test
    void what_is_said_twice_or_is_half_a_character_is_refused() {
        for (String body :
                List.of(
                        "{\"title\":\"a\",\"title\":\"b\"}",
                        "{\"title\":\"a\\uD800\"}",
                        "{\"title\":\"\\uDC00a\"}",
                        "{\"title\":\"a\\u0000\"}")) {
            assertProblem(send("POST", "/api/motions", bekir(), body), 400, "BAD_REQUEST");
        }
        assertProblem(
                send("POST", "/api/motions", bekir(), "{\"title\":\"a\\u202Eb\"}"),
                400,
                "UNREADABLE_WORDS");
    }

    @Test
    void tickets_are_for_browsers() {
        String document = association.motion("Busse").document().toString();
        assertProblem(
                send("POST", "/api/live-tickets", bekir(), "{\"documentId\":\"" + document + "\"}"),
                403,
                "TICKETS_ARE_FOR_BROWSERS");
    }

    @Test
    void health_and_the_description_of_the_interface_are_open() {
        assertThat(get("/health", "").body()).contains("UP");
        assertThat(get("/api/openapi", "").body())
                .contains("/api/motions", "/api/members/{id}/right", "/api/tokens");
        assertThat(get("/api/swagger-ui/index.html", "").statusCode()).isEqualTo(200);
    }

    /// Ids are UUIDs, and who asks is no parameter.
    @Test
    void ids_and_who_asks_are_described_as_programs_see_them() {
        String description = get("/api/openapi", "").body();
        assertThat(description)
                .contains(
                        "\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"string\",\"format\":\"uuid\"}")
                .doesNotContain("\"name\":\"me\"", "schemas/MemberId", "schemas/UnitId");
    }

    @Test
    void every_answer_forbids_what_browsers_need_not_do() {
        var headers = get("/api/motions", bekir()).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'self'",
                        "frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    private String anna() {
        return association.tokenOf(association.anna());
    }

    private String bekir() {
        return association.tokenOf(association.bekir());
    }

    private String clara() {
        return association.tokenOf(association.clara());
    }

    private HttpResponse<String> basic(String email, String password) {
        String credentials =
                Base64.getEncoder()
                        .encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
        return exchange(
                HttpRequest.newBuilder(address("/api/tokens"))
                        .header("Authorization", "Basic " + credentials)
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpResponse<String> get(String path, String token) {
        return send("GET", path, token, "");
    }

    private HttpResponse<String> as(String type, String path) {
        return exchange(
                HttpRequest.newBuilder(address(path))
                        .header("Authorization", "Bearer " + bekir())
                        .header("Accept", type));
    }

    private HttpResponse<String> send(String method, String path, String token, String body) {
        var request =
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        return exchange(
                token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(json(response).get("code").asString()).isEqualTo(code);
    }
}

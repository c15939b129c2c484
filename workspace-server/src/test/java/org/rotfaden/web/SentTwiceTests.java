package org.rotfaden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.Association;
import org.rotfaden.AtTheSameMoment;
import org.rotfaden.MovableClock;
import org.rotfaden.TablesOwner;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that has no answer asks once more: what it asked for is done once.
@WorkspaceTest
class SentTwiceTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String KEY = "Idempotency-Key";

    @LocalServerPort private int port;
    @Autowired private Association association;
    @Autowired private ApplicationContext workspace;
    @Autowired private JdbcClient jdbc;
    @Autowired private TablesOwner owner;
    @Autowired private MovableClock clock;

    private final String name = "Kreis " + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Test
    void who_founds_a_group_twice_with_one_key_has_one() {
        String bekir = tokenOf(association.bekir());
        var first = found(bekir, key, name);
        var again = found(bekir, key, name);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(again.headers().firstValue(header))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(header));
        }
        assertThat(groups()).isEqualTo(1);
    }

    @Test
    void without_a_key_or_with_another_everything_is_done_anew() {
        String bekir = tokenOf(association.bekir());
        found(bekir, key, name);
        found(bekir, UUID.randomUUID().toString(), name);
        send("/api/groups", bekir, group(name));
        assertThat(groups()).isEqualTo(3);
    }

    @Test
    void a_key_in_quotation_marks_is_the_same_as_without() {
        String bekir = tokenOf(association.bekir());
        found(bekir, key, name);
        found(bekir, "\"" + key + "\"", name);
        assertThat(groups()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "kurz",
                "\"kurz\"",
                "\"nirgends zu Ende",
                "zwei Wörter ohne Zeichen darum",
                "ein-Schluessel-mit;parameter=1"
            })
    void a_key_that_is_none_does_nothing(String none) {
        String bekir = tokenOf(association.newcomer(Right.WRITE));
        assertProblem(found(bekir, none, name), 400, "INVALID_IDEMPOTENCY_KEY");
        assertProblem(found(bekir, "x".repeat(256), name), 400, "INVALID_IDEMPOTENCY_KEY");
        assertThat(found(bekir, "x".repeat(255), name + "!").statusCode()).isEqualTo(201);
        assertThat(groups()).isZero();
    }

    @Test
    void the_key_of_one_request_is_not_another_s() {
        String bekir = tokenOf(association.bekir());
        found(bekir, key, name);
        assertProblem(found(bekir, key, name + "!"), 422, "IDEMPOTENCY_KEY_REUSED");
        assertProblem(
                send("/api/motions", bekir, "{\"title\":\"x\"}", KEY, key),
                422,
                "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void two_members_may_have_the_same_key() {
        found(tokenOf(association.bekir()), key, name);
        assertThat(found(tokenOf(association.anna()), key, name).headers().map())
                .doesNotContainKey("Idempotent-Replayed");
        assertThat(groups()).isEqualTo(2);
    }

    @Test
    void what_was_refused_is_tried_anew() {
        Member reader = association.newcomer(Right.READ);
        String token = tokenOf(reader);
        assertProblem(found(token, key, name), 403, "MAY_ONLY_READ");
        sendAs(
                "PUT",
                "/api/members/" + reader.id() + "/right",
                tokenOf(association.anna()),
                "{\"right\":\"WRITE\"}");
        assertThat(found(token, key, name).statusCode()).isEqualTo(201);
    }

    @Test
    void while_the_first_is_being_answered_nobody_waits() {
        String bekir = tokenOf(association.bekir());
        Callable<Integer> founding = () -> found(bekir, key, name).statusCode();
        var outcomes =
                new AtTheSameMoment(workspace)
                        .whileHolding(
                                () -> jdbc.sql("lock table working_group").update(),
                                () -> {
                                    var second = found(bekir, key, name);
                                    assertProblem(second, 409, "IDEMPOTENCY_KEY_IN_USE");
                                    return second.statusCode();
                                },
                                List.of(founding));
        assertThat(outcomes.getLast().result()).isEqualTo(201);
        assertThat(found(bekir, key, name).statusCode()).isEqualTo(201);
        assertThat(groups()).isEqualTo(1);
    }

    @Test
    void what_is_done_and_the_answer_to_it_are_written_down_together() {
        Member whoever = association.newcomer(Right.WRITE);
        String token = tokenOf(whoever);
        owner.jdbc()
                .sql(
                        """
                        alter table kept_answer add constraint nothing_of_hers
                        check (member_id <> '%s')
                        """
                                .formatted(whoever.id()))
                .update();
        try {
            assertProblem(found(token, key, name), 500, "SERVER_ERROR");
            assertThat(groups()).isZero();
        } finally {
            owner.jdbc().sql("alter table kept_answer drop constraint nothing_of_hers").update();
        }
        assertThat(found(token, key, name).statusCode()).isEqualTo(201);
    }

    @Test
    void a_day_later_the_key_is_new() {
        String bekir = tokenOf(association.bekir());
        found(bekir, key, name);
        clock.show(clock.instant().plus(Duration.ofHours(24)));
        found(bekir, key, name);
        assertThat(groups()).isEqualTo(2);
        assertThat(keptOf(association.bekir())).isEqualTo(1);
    }

    @Test
    void the_oldest_of_many_answers_go() {
        Member whoever = association.newcomer(Right.WRITE);
        jdbc.sql(
                        """
                        insert into kept_answer
                        select decode(md5(?::text || n), 'hex'), ?, '', 201, null, null, null, '',
                            ?::timestamptz - n * interval '1 second'
                        from generate_series(1, 1000) n
                        """)
                .param(whoever.id().value())
                .param(whoever.id().value())
                .param(clock.instant().toString())
                .update();
        found(tokenOf(whoever), key, name);
        assertThat(keptOf(whoever)).isEqualTo(1000);
        found(tokenOf(whoever), key, name);
        assertThat(groups()).isEqualTo(1);
    }

    @Test
    void what_is_told_once_is_told_to_the_same_key_again_and_lies_in_clear_nowhere() {
        Member whoever = association.newcomer(Right.WRITE);
        var first = logIn(whoever);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(logIn(whoever).body()).isEqualTo(first.body());
        String secret = JSON.readTree(first.body()).get("token").asString();
        assertThat(
                        jdbc.sql("select kept_answer::text from kept_answer where member_id = ?")
                                .param(whoever.id().value())
                                .query(String.class)
                                .single())
                .doesNotContain(
                        secret, hex(secret.getBytes(StandardCharsets.UTF_8)), key, hex(key));
    }

    @Test
    void a_request_that_is_too_large_does_nothing() {
        String bekir = tokenOf(association.bekir());
        String large = group(name).replace("{", "{" + " ".repeat(1024 * 1024));
        assertProblem(send("/api/groups", bekir, large, KEY, key), 413, "CONTENT_TOO_LARGE");
        assertThat(groups()).isZero();
    }

    /// But for files, which are larger than what is compared.
    @Test
    void every_address_at_which_something_is_posted_takes_a_key() {
        JsonNode paths = JSON.readTree(sendAs("GET", "/api/openapi", "", "").body()).get("paths");
        String anna = tokenOf(association.anna());
        List<String> tried = new ArrayList<>();
        paths.properties().stream()
                .filter(path -> path.getValue().has("post"))
                .filter(path -> !path.getKey().equals(OnceFilter.FILES))
                .forEach(path -> {
                    assertThat(
                                    path.getValue()
                                            .get("post")
                                            .get("parameters")
                                            .findValuesAsString("name"))
                            .as(path.getKey())
                            .contains(KEY);
                    String address =
                            path.getKey().replaceAll("\\{\\w+}", UUID.randomUUID().toString());
                    var answer =
                            path.getKey().equals("/api/tokens")
                                    ? logIn(association.anna(), "kurz")
                                    : send(address, anna, "{}", KEY, "kurz");
                    assertProblem(answer, 400, "INVALID_IDEMPOTENCY_KEY");
                    tried.add(path.getKey());
                });
        assertThat(tried).hasSizeGreaterThan(25);
    }

    private HttpResponse<String> found(String token, String key, String name) {
        return send("/api/groups", token, group(name), KEY, key);
    }

    private static String group(String name) {
        return """
        {"name":"%s","purpose":"","kind":"WORKING_GROUP","admission":"OPEN","units":[]}\
        """
                .formatted(name);
    }

    private int groups() {
        return jdbc.sql("select count(*) from working_group where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private int keptOf(Member member) {
        return jdbc.sql("select count(*) from kept_answer where member_id = ?")
                .param(member.id().value())
                .query(Integer.class)
                .single();
    }

    private HttpResponse<String> logIn(Member member) {
        return logIn(member, key);
    }

    private HttpResponse<String> logIn(Member member, String key) {
        String credentials = member.email().value() + ":" + Association.PASSWORD;
        return exchange(
                HttpRequest.newBuilder(address("/api/tokens"))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        credentials.getBytes(
                                                                StandardCharsets.UTF_8)))
                        .header(KEY, key)
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private String tokenOf(Member member) {
        return association.tokenOf(member);
    }

    private HttpResponse<String> send(String path, String token, String body, String... headers) {
        return sendAs("POST", path, token, body, headers);
    }

    private HttpResponse<String> sendAs(
            String method, String path, String token, String body, String... headers) {
        var request =
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body));
        for (int name = 0; name < headers.length; name += 2) {
            request.header(headers[name], headers[name + 1]);
        }
        return exchange(
                token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.timeout(Duration.ofSeconds(20)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(JSON.readTree(response.body()).get("code").asString()).isEqualTo(code);
    }
}

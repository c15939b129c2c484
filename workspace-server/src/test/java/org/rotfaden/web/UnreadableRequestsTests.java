package org.rotfaden.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What nobody can read is answered 400, and writes nothing into the log.
@WorkspaceTest
class UnreadableRequestsTests {

    /// Half a character, no bytes, bytes that are no characters, NUL.
    private static final List<String> UNREADABLE =
            List.of("%ED%A0%80", "%zz", "%", "%ff%fe", "a%00b");

    @LocalServerPort private int port;
    @Autowired private Association association;

    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void read_the_log() {
        written.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        written.start();
        root().addAppender(written);
    }

    @AfterEach
    void leave_the_log() {
        root().detachAppender(written);
    }

    /// A slash and a NUL in two bytes, half a pair in three, and the letter ä of Latin-1.
    @ParameterizedTest
    @ValueSource(strings = {"c0af", "c080", "eda080", "e4"})
    void words_that_are_no_utf8_are_refused(String bytes) throws Exception {
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"title\":\"a".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(HexFormat.of().parseHex(bytes));
        body.writeBytes("b\"}".getBytes(StandardCharsets.UTF_8));
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create("http://localhost:" + port + "/api/motions"))
                                    .header(
                                            "Authorization",
                                            "Bearer " + association.tokenOf(association.anna()))
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            HttpRequest.BodyPublishers.ofByteArray(
                                                    body.toByteArray()))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
        }
        assertNothingWritten();
    }

    @Test
    void every_parameter_of_every_address_has_to_be_text() throws Exception {
        String token = association.tokenOf(association.anna());
        Map<String, Integer> wrong = new TreeMap<>();
        List<String> targets = targets();
        assertThat(targets).hasSizeGreaterThan(200);
        for (String target : targets) {
            int status =
                    RawRequest.status(
                            RawRequest.answer(
                                    port,
                                    target + " HTTP/1.1\nAuthorization: Bearer " + token,
                                    ""));
            if (status != 400) {
                wrong.put(target, status);
            }
        }
        assertThat(wrong).isEmpty();
        assertNothingWritten();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /?words=%ED%A0%80 HTTP/1.1",
                "GET /anmelden?error=%zz HTTP/1.1",
                "GET /logo?% HTTP/1.1",
                "GET /health?a=%00 HTTP/1.1",
                "GET /style/%ED%A0%80 HTTP/1.1",
                "GET /live/%ED%A0%80 HTTP/1.1",
                "POST /health HTTP/1.1 | Content-Type: multipart/form-data | Content-Length: 1||x",
                "POST /style/x HTTP/1.1 | Content-Type: application/x-www-form-urlencoded |"
                        + " Content-Length: 5||a=%zz",
                "POST /live/x HTTP/1.1 | Content-Type: application/x-www-form-urlencoded |"
                        + " Content-Length: 11||a=%ED%A0%80",
                "GET /live/yjs/x HTTP/1.1 | Upgrade: websocket | Origin: %%%",
                "GET /live/yjs/x HTTP/1.1 | Upgrade: websocket | Sec-WebSocket-Extensions: ;;;",
                "GET /live/yjs/x HTTP/1.1 | Upgrade: websocket | Sec-WebSocket-Version: 1"
            })
    void a_stranger_is_told_so(String request) {
        String answer = send(request);
        assertThat(RawRequest.status(answer)).as(answer).isEqualTo(400);
        assertNothingWritten();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE /health HTTP/1.1",
                "FOO /health HTTP/1.1",
                "POST /health HTTP/1.1 | Content-Length: 1000||a",
                "POST /live/x HTTP/1.1 | Transfer-Encoding: chunked||zz",
                "GET /live/x HTTP/1.1 | Accept: ///",
                "GET /live/x HTTP/1.1 | Accept: text/html;q=x",
                "GET /api/motions HTTP/1.1 | Authorization: Basic !!!",
                "GET /api/motions HTTP/1.1 | Authorization: Bearer rfp_\u00ff",
                "GET /api/motions HTTP/1.1 | Cookie: rotfaden-session=\u00ff; rotfaden-login=.",
                "GET /api/motions HTTP/1.1 | Accept-Language: *;q=",
                "POST /api/tokens HTTP/1.1 | Authorization: Basic YQBAYjp4 | Content-Length: 0",
                "POST /api/tokens HTTP/1.1 | Authorization: Basic bm9jb2xvbg== | Content-Length: 0"
            })
    void what_a_stranger_gets_wrong_is_no_news(String request) {
        assertThat(RawRequest.status(send(request))).isBetween(400, 499);
        assertNothingWritten();
    }

    @Test
    void a_flood_of_complaints_is_written_down_in_part() {
        Logger place = (Logger) LoggerFactory.getLogger("org.rotfaden." + UUID.randomUUID());
        for (int complaint = 0; complaint < 1_000; complaint++) {
            place.error("Something failed", new IllegalStateException());
        }
        LoggerFactory.getLogger("org.rotfaden." + UUID.randomUUID()).warn("Something else");
        assertThat(written.list)
                .filteredOn(event -> event.getLoggerName().equals(place.getName()))
                .filteredOn(event -> event.getLevel() == Level.ERROR)
                .hasSizeBetween(BoundedLog.AT_ONCE, BoundedLog.AT_ONCE + 3);
        assertThat(written.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains(place.getName() + " says more than is written down", "Something else");
    }

    @Test
    void a_failure_is_written_down_without_its_words() {
        var failure =
                new IllegalStateException("Anna", new IllegalArgumentException("anna@example.org"));
        var lines = new StringWriter();
        Wordless.of(failure).printStackTrace(new PrintWriter(lines));
        assertThat(lines.toString())
                .doesNotContainIgnoringCase("anna")
                .contains("IllegalStateException", "IllegalArgumentException")
                .contains("UnreadableRequestsTests");
    }

    private void assertNothingWritten() {
        assertThat(written.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .extracting(event -> event.getLoggerName() + ": " + event.getFormattedMessage())
                .isEmpty();
    }

    /// Sends a head, whose lines have ` | ` between them, and after `||` a body.
    private String send(String request) {
        String[] parts = request.split("\\|\\|", 2);
        return RawRequest.answer(
                port, parts[0].replace(" | ", "\n"), parts.length > 1 ? parts[1] : "");
    }

    /// Every address with each of its parameters unreadable in turn, and one that it does not know.
    private List<String> targets() throws Exception {
        List<String> targets = new ArrayList<>();
        for (var path : description().get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                List<String> names = new ArrayList<>(List.of("nobody-knows"));
                operation
                        .getValue()
                        .path("parameters")
                        .forEach(parameter -> {
                            if (parameter.get("in").asString().equals("query")) {
                                names.add(parameter.get("name").asString());
                            }
                        });
                for (String value : UNREADABLE) {
                    String plain = path.getKey().replaceAll("\\{.*?}", "x");
                    names.forEach(
                            name -> targets.add(method + " " + plain + "?" + name + "=" + value));
                    targets.add(method + " " + plain + "?" + value + "=x");
                    if (path.getKey().contains("{")) {
                        targets.add(
                                method
                                        + " "
                                        + path.getKey()
                                                .replaceFirst("\\{.*?}", value)
                                                .replaceAll("\\{.*?}", "x"));
                    }
                }
            }
        }
        return targets;
    }

    private JsonNode description() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            String answer =
                    client.send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            "http://localhost:"
                                                                    + port
                                                                    + "/api/openapi"))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body();
            return JsonMapper.builder().build().readTree(answer);
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}

package org.rotfaden.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.rotfaden.attachments.SampleFile.bytes;
import static org.rotfaden.attachments.SampleFile.photo;
import static org.rotfaden.attachments.SampleFile.picture;
import static org.rotfaden.attachments.SampleFile.zip;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.attachments.SampleFile;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files as programs and pages send and get them.
@WorkspaceTest
class AttachmentsApiTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 10 << 20;

    @LocalServerPort private int port;
    @Autowired private Association people;

    private Member anna;
    private String token;

    @BeforeEach
    void somebody() {
        anna = people.newcomer(Right.WRITE);
        token = people.tokenOf(anna);
    }

    @Test
    void a_picture_is_uploaded_described_shown_and_removed() throws Exception {
        var created = upload("Fahne.JPG", photo(6));
        assertThat(created.statusCode()).isEqualTo(201);
        JsonNode file = json(created);
        String path = "/api/attachments/" + file.get("id").asString();
        assertThat(created.headers().firstValue("Location")).contains(path);
        assertThat(file.get("name").asString()).isEqualTo("Fahne.jpg");
        assertThat(file.get("kind").asString()).isEqualTo("JPEG");
        assertThat(file.get("mediaType").asString()).isEqualTo("image/jpeg");
        assertThat(file.get("width").asInt()).isEqualTo(40);
        assertThat(file.get("height").asInt()).isEqualTo(20);
        assertThat(json(get(path))).isEqualTo(file);

        var shown = get(path + "/content");
        assertIsSafe(shown);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(disposition(shown)).startsWith("inline;").contains("Fahne.jpg");
        assertThat(shown.body()).hasSize(file.get("bytes").asInt());
        assertThat(SampleFile.text(shown.body())).doesNotContain(SampleFile.SECRET);
        assertThat(SampleFile.shown(shown.body()).getWidth()).isEqualTo(40);

        assertThat(send(request(path).DELETE()).statusCode()).isEqualTo(204);
        assertProblem(get(path), 404, "ATTACHMENT_NOT_FOUND");
        assertProblem(get(path + "/content"), 404, "ATTACHMENT_NOT_FOUND");
        assertProblem(send(request(path).DELETE()), 404, "ATTACHMENT_NOT_FOUND");
    }

    @Test
    void everything_but_pictures_is_for_downloading() throws Exception {
        byte[][] files = {bytes("%PDF-1.7"), bytes("Anträge"), zip("a.txt")};
        for (byte[] file : files) {
            JsonNode created = json(upload("Ä €.x", file));
            var sent = get("/api/attachments/" + created.get("id").asString() + "/content");
            assertIsSafe(sent);
            assertThat(disposition(sent))
                    .startsWith("attachment;")
                    .contains("filename*=UTF-8''%C3%84%20%E2%82%AC.x.");
            assertThat(sent.headers().firstValue("Content-Type"))
                    .contains(created.get("mediaType").asString());
            assertThat(sent.body()).isEqualTo(file);
            assertThat(created.has("width") && !created.get("width").isNull()).isFalse();
        }
    }

    @Test
    void who_has_a_file_already_is_not_sent_it_again() throws Exception {
        String path = content(upload("x", picture("png", 4, 4)));
        String etag = get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(etag).matches("\"[0-9a-f]{64}\"");
        var again = send(request(path).header("If-None-Match", etag).GET());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).contains("no-cache, private");
        var other = send(request(path).header("If-None-Match", "\"0\"").GET());
        assertThat(other.statusCode()).isEqualTo(200);
        var head = send(request(path).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertIsSafe(head);
    }

    @Test
    void whoever_may_not_read_a_file_finds_nothing_there() throws Exception {
        String path = content(upload("x", bytes("geheim"))).replace("/content", "");
        String bekir = people.tokenOf(people.newcomer(Right.WRITE));
        for (String address : new String[] {path, path + "/content"}) {
            var refused = send(request(address, bekir).GET());
            assertProblem(refused, 404, "ATTACHMENT_NOT_FOUND");
            assertThat(refused.headers().firstValue("ETag")).isEmpty();
            var nobody = HttpRequest.newBuilder(uri(address)).GET();
            assertThat(send(nobody).statusCode()).isEqualTo(401);
        }
        assertProblem(send(request(path, bekir).DELETE()), 404, "ATTACHMENT_NOT_FOUND");
        var etag = get(path + "/content").headers().firstValue("ETag").orElseThrow();
        var guess = send(request(path + "/content", bekir).header("If-None-Match", etag).GET());
        assertProblem(guess, 404, "ATTACHMENT_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<!DOCTYPE html><script>alert(1)</script>",
                "MZ\0\0"
            })
    void what_could_run_is_refused_whatever_it_is_called(String file) throws Exception {
        var refused =
                send(
                        request("/api/attachments?name=bild.png")
                                .header("Content-Type", "image/png")
                                .header("Accept-Language", "de")
                                .POST(BodyPublishers.ofString(file)));
        assertProblem(refused, 400, "KIND_NOT_TAKEN");
        assertThat(json(refused).get("title").asString()).contains("JPEG");
    }

    @Test
    void nothing_is_no_file_and_a_name_is_needed() throws Exception {
        assertProblem(upload("x", new byte[0]), 400, "EMPTY_FILE");
        assertThat(
                        send(request("/api/attachments").POST(BodyPublishers.ofString("x")))
                                .statusCode())
                .isEqualTo(400);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("../../etc/passwd", "passwd.txt", "passwd.txt"),
                Arguments.of(
                        "a.pdf\r\nSet-Cookie: x",
                        "a.pdf Set-Cookie: x.txt",
                        "a.pdf%20Set-Cookie%3A%20x.txt"),
                Arguments.of("\u202etxt.exe", "txt.exe.txt", "txt.exe.txt"),
                Arguments.of(
                        "x\"; filename=\"y.exe",
                        "x\"; filename=\"y.exe.txt",
                        "x%22%3B%20filename%3D%22y.exe.txt"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_name_is_brought_into_shape(String given, String name, String sent) throws Exception {
        var created = upload(given, bytes("x"));
        assertThat(json(created).get("name").asString()).isEqualTo(name);
        var answer = get(content(created));
        assertThat(answer.headers().allValues("Set-Cookie")).doesNotContain("x");
        assertThat(disposition(answer)).endsWith("filename*=UTF-8''" + sent);
    }

    /// What is said of its length is enough.
    @Test
    void a_file_that_is_too_large_is_refused_before_any_of_it_is_read() {
        String answer =
                RawRequest.answer(
                        port,
                        """
                        POST /api/attachments?name=x HTTP/1.1
                        Authorization: Bearer %s
                        Content-Length: %d
                        """
                                .formatted(token, LARGEST + 1),
                        "");
        assertThat(RawRequest.status(answer)).isEqualTo(413);
        assertThat(answer).contains("FILE_TOO_LARGE", "10 MB");
    }

    @Test
    void a_file_whose_length_nobody_says_is_read_no_further_than_it_may_be() throws Exception {
        var read = new AtomicLong();
        var endless =
                new InputStream() {

                    @Override
                    public int read() {
                        return read.incrementAndGet() > 20L * LARGEST ? -1 : 'x';
                    }

                    @Override
                    public int read(byte[] into, int from, int most) {
                        Arrays.fill(into, from, from + most, (byte) 'x');
                        return read.addAndGet(most) > 20L * LARGEST ? -1 : most;
                    }
                };
        try {
            var refused =
                    send(
                            request("/api/attachments?name=x")
                                    .POST(BodyPublishers.ofInputStream(() -> endless)));
            assertProblem(refused, 413, "FILE_TOO_LARGE");
        } catch (java.io.IOException closedBeforeAllWasSent) {
            assertThat(closedBeforeAllWasSent).isNotNull();
        }
        assertThat(read.get()).isLessThan(4L * LARGEST);
    }

    @Test
    void the_largest_file_is_taken_and_comes_back() throws Exception {
        byte[] file = bytes("x".repeat(LARGEST));
        var created = upload("x", file);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(get(content(created)).body()).isEqualTo(file);
    }

    @Test
    void a_form_is_no_file() throws Exception {
        for (String type :
                new String[] {
                    "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
                }) {
            var refused =
                    send(
                            request("/api/attachments?name=x")
                                    .header("Content-Type", type)
                                    .POST(BodyPublishers.ofString("a=b")));
            assertThat(refused.statusCode()).as(type).isIn(400, 415);
        }
    }

    @Test
    void a_file_that_is_sent_twice_is_there_twice_whatever_key_it_has() throws Exception {
        String[] ids = new String[2];
        for (int each = 0; each < 2; each++) {
            var created =
                    send(
                            request("/api/attachments?name=x")
                                    .header("Idempotency-Key", "\"0123456789abcdef0123\"")
                                    .POST(BodyPublishers.ofString("x".repeat(100_000))));
            assertThat(created.statusCode()).isEqualTo(201);
            ids[each] = json(created).get("id").asString();
        }
        assertThat(ids[0]).isNotEqualTo(ids[1]);
    }

    @Test
    void a_file_that_breaks_off_on_its_way_is_not_there() {
        String answer =
                RawRequest.answer(
                        port,
                        """
                        POST /api/attachments?name=x HTTP/1.1
                        Authorization: Bearer %s
                        Content-Length: 1000
                        """
                                .formatted(token),
                        "x");
        assertThat(RawRequest.status(answer)).isIn(0, 400);
    }

    private static void assertIsSafe(HttpResponse<byte[]> shown) {
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(shown.headers().allValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; sandbox; frame-ancestors 'none'");
        assertThat(shown.headers().allValues("Cache-Control")).containsExactly("no-cache, private");
        assertThat(shown.headers().firstValue("Content-Length")).isPresent();
    }

    private static String disposition(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Disposition").orElseThrow();
    }

    private static void assertProblem(HttpResponse<byte[]> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode problem = json(answer);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("title").asString()).doesNotContain("problem.");
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        return JSON.readTree(new String(answer.body(), UTF_8));
    }

    private static String content(HttpResponse<byte[]> created) {
        return "/api/attachments/" + json(created).get("id").asString() + "/content";
    }

    private HttpResponse<byte[]> upload(String name, byte[] file) throws Exception {
        return send(
                request("/api/attachments?name=" + URLEncoder.encode(name, UTF_8))
                        .POST(BodyPublishers.ofByteArray(file)));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return request(path, token);
    }

    private HttpRequest.Builder request(String path, String bearer) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + bearer);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}

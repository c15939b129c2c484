package org.rotfaden.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Associations;
import org.rotfaden.association.Logo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The logo as it is sent and shown.
@WorkspaceTest
class LogoApiTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort private int port;
    @Autowired private Association people;
    @Autowired private Associations associations;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void found() {
        associations.found(AssociationSettings.of("Bund", "de", "Europe/Berlin", null));
    }

    @Test
    void a_picture_with_a_page_behind_it_is_shown_as_a_picture_alone() throws Exception {
        byte[] jpeg = picture("jpeg");
        byte[] page = "<script>alert(1)</script>".getBytes(UTF_8);
        byte[] both = ByteBuffer.allocate(jpeg.length + page.length).put(jpeg).put(page).array();
        assertThat(put("image/jpeg", both).statusCode()).isEqualTo(204);
        for (String path : new String[] {"/logo", "/api/association/logo"}) {
            var shown = get(path);
            assertThat(new String(shown.body(), ISO_8859_1)).doesNotContain("script");
            assertShownSafely(shown, "image/jpeg");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/webp", "image/gif", "image/svg+xml", "text/html"})
    void a_picture_that_cannot_be_painted_anew_is_not_read(String type) throws Exception {
        assertThat(put(type, picture("png")).statusCode()).isEqualTo(415);
    }

    @Test
    void a_large_file_is_refused() throws Exception {
        var refused = put("image/png", Arrays.copyOf(picture("png"), Logo.LARGEST + 1));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(new String(refused.body(), UTF_8)).contains("CONTENT_TOO_LARGE");
    }

    @Test
    void a_logo_from_former_times_is_shown_still() throws Exception {
        jdbc.sql("update association set logo = ?, logo_type = 'image/webp', version = version + 1")
                .param("RIFF<script>".getBytes(UTF_8))
                .update();
        assertShownSafely(get("/logo"), "image/webp");
    }

    private static void assertShownSafely(HttpResponse<byte[]> shown, String type) {
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).contains(type);
        assertThat(shown.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(shown.headers().firstValue("Content-Disposition"))
                .contains("inline; filename=\"logo\"");
        assertThat(shown.headers().allValues("Content-Security-Policy"))
                .anyMatch(policy -> policy.contains("default-src 'none'; sandbox"));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(request(path).GET());
    }

    private HttpResponse<byte[]> put(String type, byte[] file) throws Exception {
        return send(
                request("/api/association/logo")
                        .header("Content-Type", type)
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + people.tokenOf(people.anna()));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] picture(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}

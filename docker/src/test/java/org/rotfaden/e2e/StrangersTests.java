package org.rotfaden.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever is not logged in leaves nothing on the server.
class StrangersTests extends WithSampleAssociation {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static List<String> addresses() {
        return List.of(
                "/",
                "/?v-r=init&location=anmelden&query=",
                "/?v-r=init&location=einrichten&query=schluessel%3Derraten",
                "/?v-r=uidl&v-uiId=0",
                "/?v-r=heartbeat&v-uiId=0",
                "/?v-r=push&v-uiId=0",
                "/anmelden",
                "/anmelden?ziel=%2Fantraege%2F1",
                "/anmelden?fehler=falsch",
                "/anmelden?v-r=init",
                "/antraege/1",
                "/api/members",
                "/api/openapi",
                "/aura/nirgends.css",
                "/editor/nirgends.js",
                "/einrichten",
                "/einrichten?schluessel=erraten",
                "/error",
                "/favicon.ico",
                "/health",
                "/health/live",
                "/health/ready",
                "/icons/nirgends.svg",
                "/images/nirgends.png",
                "/live/hocuspocus",
                "/logo",
                "/nirgends",
                "/robots.txt",
                "/style/nirgends.css",
                "/sw.js",
                "/VAADIN/build/nirgends.js",
                "/VAADIN/dynamic/resource/0/nirgends",
                "/VAADIN/push",
                "/VAADIN/static/push/vaadinPush-min.js",
                "/vaadinServlet/",
                "/vaadinServlet/?v-r=init&location=anmelden&query=");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a_stranger_has_no_session_whatever_is_asked_for(String path) throws Exception {
        for (HttpRequest request : List.of(get(path), post(path))) {
            HttpResponse<Void> answer = HTTP.send(request, HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isLessThan(500);
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .as("%s %s", request.method(), path)
                    .noneMatch(cookie -> cookie.startsWith("rotfaden-session="));
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void no_answer_repeats_a_host_that_a_request_claims(String path) throws IOException {
        try (var socket = new Socket("localhost", workspace.port())) {
            socket.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                                    .formatted(path)
                                    .getBytes(UTF_8));
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
                    .startsWith("HTTP/1.1 ")
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void an_open_page_whose_log_in_has_ended_is_told_to_load_again() throws Exception {
        HttpResponse<String> answer =
                HTTP.send(post("/?v-r=uidl&v-uiId=0"), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("{\"meta\":{\"sessionExpired\":true}}");
    }

    @Test
    void after_logging_in_nobody_is_led_to_another_server() throws IOException {
        for (String elsewhere :
                List.of(
                        "//evil.example/",
                        "/\\evil.example",
                        "https://evil.example/",
                        "antraege")) {
            assertThat(text("/anmelden?ziel=" + elsewhere.replace("\\", "%5C")))
                    .contains("form")
                    .doesNotContain("evil", "name=\"ziel\"");
        }
        assertThat(text("/anmelden?ziel=/antraege/1"))
                .contains("name=\"ziel\" value=\"/antraege/1\"");
    }

    @Test
    void a_form_that_is_too_large_is_told_so() throws Exception {
        HttpRequest large =
                HttpRequest.newBuilder(URI.create(workspace.address() + "/anmelden"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=" + "x".repeat(17_000)))
                        .build();
        assertThat(HTTP.send(large, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(413);
    }

    /// Neither one that was made up, nor one that somebody else had before and knows.
    @Test
    void logging_in_begins_a_new_session() throws Exception {
        String first = sessionAfterLoggingInWith("rotfaden-session=GEPFLANZT", "emil");
        assertThat(first).isNotEqualTo("rotfaden-session=GEPFLANZT");
        String second = sessionAfterLoggingInWith(first, "clara");
        assertThat(second).isNotEqualTo(first);
        assertThat(statusOfAccount(second)).isEqualTo(200);
        assertThat(statusOfAccount(first)).isEqualTo(302);
        assertThat(statusOfAccount("rotfaden-session=GEPFLANZT")).isEqualTo(302);
    }

    private String sessionAfterLoggingInWith(String session, String member) throws Exception {
        HttpRequest form =
                HttpRequest.newBuilder(URI.create(workspace.address() + "/anmelden"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", session + "; XSRF-TOKEN=beliebig")
                        .header("X-XSRF-TOKEN", "beliebig")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "username=%s%%40example.org&password=rotfaden"
                                                .formatted(member)))
                        .build();
        return HTTP
                .send(form, HttpResponse.BodyHandlers.discarding())
                .headers()
                .allValues("Set-Cookie")
                .stream()
                .filter(cookie -> cookie.startsWith("rotfaden-session="))
                .map(cookie -> cookie.replaceAll(";.*", ""))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private int statusOfAccount(String session) throws Exception {
        HttpRequest page =
                HttpRequest.newBuilder(URI.create(workspace.address() + "/konto"))
                        .header("Cookie", session)
                        .build();
        return HTTP.send(page, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void the_door_says_sentences_of_its_own_only() throws IOException {
        assertThat(text("/anmelden?fehler=gesperrt&sekunden=12")).contains(" 12 ");
        assertThat(text("/anmelden?fehler=gesperrt&sekunden=evil&username=evil"))
                .contains("role=\"alert\"")
                .doesNotContain("value=\"evil");
        assertThat(text("/anmelden?fehler=evil")).doesNotContain("role=\"alert\"", "evil");
    }

    @Test
    void whoever_tried_too_often_reads_so_on_a_page_that_tells_programs_too() throws IOException {
        for (var said : Map.of("12", "12", "999", "40", "41", "40", "0", "1").entrySet()) {
            HttpResponse<String> page = page("/anmelden?fehler=gesperrt&sekunden=" + said.getKey());
            assertThat(page.statusCode()).isEqualTo(429);
            assertThat(page.headers().firstValue("Retry-After")).hasValue(said.getValue());
            assertThat(page.body()).contains("Warte " + said.getValue() + " Sekunde");
        }
        for (String other : List.of("falsch", "veraltet", "ohne-beides")) {
            HttpResponse<String> page = page("/anmelden?fehler=" + other + "&sekunden=12");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Retry-After")).isEmpty();
        }
    }

    private String text(String path) throws IOException {
        return page(path).body();
    }

    private HttpResponse<String> page(String path) throws IOException {
        try {
            return HTTP.send(get(path), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(workspace.address() + path))
                .header("Accept-Language", "de")
                .build();
    }

    private HttpRequest post(String path) {
        return HttpRequest.newBuilder(URI.create(workspace.address() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }
}

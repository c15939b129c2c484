package org.rotfaden.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A page as somebody opens it who has no browser but knows what browsers send.
final class PageByHand {

    /// A browser in which a member has logged in.
    static final class Browser {

        private final Workspace workspace;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

        Browser(Workspace workspace, String member) {
            this.workspace = workspace;
            send(request("/anmelden").GET());
            String token =
                    cookies.getCookieStore().getCookies().stream()
                            .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                            .map(HttpCookie::getValue)
                            .findFirst()
                            .orElseThrow();
            send(
                    request("/anmelden")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("X-XSRF-TOKEN", token)
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "username=%s%%40example.org&password=rotfaden"
                                                    .formatted(member))));
        }

        PageByHand open(String location) {
            String asked = URLEncoder.encode(location, StandardCharsets.UTF_8);
            return new PageByHand(
                    this, send(request("/?v-r=init&query=&location=" + asked).GET()), location);
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(workspace.address() + path));
        }

        private String send(HttpRequest.Builder request) {
            try {
                return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LISTENERS = 4;
    private static final int PROPERTIES = 1;

    private final Browser browser;
    private final int id;
    private final String securityKey;
    private final String pushId;
    private final String location;
    private final List<JsonNode> changes = new ArrayList<>();
    private int syncId;
    private int asked;

    private PageByHand(Browser browser, String begun, String location) {
        this.browser = browser;
        JsonNode configuration = JSON.readTree(begun).get("appConfig");
        id = configuration.get("v-uiId").asInt();
        JsonNode first = configuration.get("uidl");
        securityKey = first.get("Vaadin-Security-Key").asString();
        pushId = first.get("Vaadin-Push-ID").asString();
        learn(first);
        this.location = location;
        navigate(1);
    }

    /// Goes to where it is, so many times in one request.
    ///
    /// @return whether the server did it
    boolean navigate(int times) {
        Map<String, Object> there =
                Map.of(
                        "type",
                        "event",
                        "node",
                        1,
                        "event",
                        "ui-navigate",
                        "data",
                        Map.of(
                                "route",
                                location,
                                "query",
                                "",
                                "appShellTitle",
                                "",
                                "historyState",
                                Map.of(),
                                "trigger",
                                ""));
        return ask(Collections.nCopies(times, there)).has("changes");
    }

    /// Asks for nothing, as pages do now and then.
    void use() {
        ask(List.of());
    }

    /// Whether the server still knows it.
    boolean isOpen() {
        return !ask(List.of()).path("meta").path("sessionExpired").asBoolean(false);
    }

    /// The elements of a kind, in the order in which they came.
    List<Integer> elements(String tag) {
        return changed("tag")
                .filter(change -> change.path("value").asString("").equals(tag))
                .map(change -> change.get("node").asInt())
                .toList();
    }

    /// The elements that hear when they are pressed.
    List<Integer> pressable() {
        return changed("click")
                .filter(change -> change.get("feat").asInt() == LISTENERS)
                .map(change -> change.get("node").asInt())
                .distinct()
                .toList();
    }

    /// Presses all of these in one request.
    void press(List<Integer> elements) {
        ask(
                elements.stream()
                        .map(element ->
                                Map.of(
                                        "type", "event", "node", element, "event", "click", "data",
                                        Map.of()))
                        .toList());
    }

    /// Writes into a field.
    void write(int field, String words) {
        ask(
                List.of(
                        Map.of(
                                "type",
                                "mSync",
                                "node",
                                field,
                                "feature",
                                PROPERTIES,
                                "property",
                                "value",
                                "value",
                                words)));
    }

    /// Opens the live connection on which it hears the news.
    ///
    /// @param closed ends when the server has closed it
    WebSocket listen(CompletableFuture<Integer> closed) {
        String cookie =
                String.join(
                        "; ",
                        browser.cookies.getCookieStore().getCookies().stream()
                                .map(HttpCookie::toString)
                                .toList());
        return browser.http
                .newWebSocketBuilder()
                .header("Cookie", cookie)
                .buildAsync(
                        URI.create(
                                "ws://localhost:%d/VAADIN/push?v-r=push&v-uiId=%d&v-pushId=%s&X-Atmosphere-Transport=websocket&X-Atmosphere-Framework=3.0.5&X-Atmosphere-tracking-id=0&X-atmo-protocol=true"
                                        .formatted(browser.workspace.port(), id, pushId)),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onClose(
                                    WebSocket from, int code, String reason) {
                                closed.complete(code);
                                return CompletableFuture.completedFuture(null);
                            }

                            @Override
                            public void onError(WebSocket from, Throwable failure) {
                                closed.completeExceptionally(failure);
                            }
                        })
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private JsonNode ask(List<?> invocations) {
        String body =
                JSON.writeValueAsString(
                        Map.of(
                                "csrfToken",
                                securityKey,
                                "rpc",
                                invocations,
                                "syncId",
                                syncId,
                                "clientId",
                                asked++));
        String answer =
                browser.send(
                        browser.request("/?v-r=uidl&v-uiId=" + id)
                                .header("Content-Type", "application/json; charset=UTF-8")
                                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.isEmpty()) {
            asked--; // it was not taken
        }
        JsonNode read = JSON.readTree(answer.replaceFirst("^for\\(;;\\);", ""));
        JsonNode told = read.isArray() ? read.get(0) : read;
        learn(told);
        return told;
    }

    private void learn(JsonNode told) {
        syncId = told.path("syncId").asInt(syncId);
        told.path("changes").forEach(changes::add);
    }

    private Stream<JsonNode> changed(String key) {
        return StreamSupport.stream(changes.spliterator(), false)
                .filter(change -> change.path("key").asString("").equals(key));
    }
}

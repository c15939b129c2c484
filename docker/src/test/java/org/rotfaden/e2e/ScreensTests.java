package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A page that follows what happens, in a browser, with a STOMP client that others wrote.
class ScreensTests extends WithSampleAssociation {

    private static final Path CLIENT =
            Path.of("../peers/node_modules/@stomp/stompjs/bundles/stomp.umd.min.js");

    private static final String FOLLOW =
            """
            topic => {
                // The page may load anew when its log-in ends.
                const hear = (what) =>
                    sessionStorage.setItem('heard', JSON.stringify([...JSON.parse(sessionStorage.getItem('heard') ?? '[]'), what]));
                window.client = new StompJs.Client({
                    brokerURL: location.origin.replace('http', 'ws') + '/live/stomp',
                    reconnectDelay: 0,
                    onConnect: () => client.subscribe(topic, ({ body }) => hear(JSON.parse(body).event)),
                    onStompError: ({ headers }) => hear(headers.message),
                    onWebSocketClose: ({ code }) => code === 4401 && hear(code),
                });
                window.client.activate();
            }
            """;

    private static final String HEARD = "JSON.parse(sessionStorage.getItem('heard') ?? '[]')";

    private static final String THIS_LOG_IN =
            "fetch('/api/logins').then(answer => answer.json())"
                    + ".then(logins => logins.find(login => login.current).id)";

    @Test
    void a_browser_follows_with_its_log_in_until_that_ends() throws IOException {
        String token = workspace.tokenOf("emil");
        JsonNode motion = workspace.post("/api/motions", token, "{\"title\":\"Im Saal\"}");
        String path = "/api/motions/" + motion.get("id").asString();
        String me = workspace.get("/api/members/me", token).get("id").asString();
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "emil", "/antraege");
        follow(page, "motion/" + motion.get("id").asString());
        hears(page, "following");
        assertThat(page.evaluate("client.webSocket.extensions"))
                .as("compressing takes more memory than all else a connection needs")
                .isEqualTo("");

        workspace.put(path + "/owner", token, "{\"type\":\"member\",\"id\":\"%s\"}".formatted(me));
        hears(page, "following", "motion.handed-over");

        String login = (String) page.evaluate(THIS_LOG_IN);
        workspace.delete("/api/logins/" + login, token);
        hears(page, "following", "motion.handed-over", "ended");
    }

    @Test
    void a_browser_that_is_not_logged_in_follows_nothing() throws IOException {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        page.navigate(workspace.address() + "/login");
        follow(page, "association/00000000-0000-0000-0000-000000000000");
        hears(page, "NOT_AUTHENTICATED", 4401);
    }

    private static void follow(Page page, String topic) throws IOException {
        page.evaluate(Files.readString(CLIENT));
        page.evaluate(FOLLOW, "/topic/" + topic);
    }

    private static void hears(Page page, Object... events) {
        String told = List.of(events).toString();
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(page.evaluate(HEARD).toString())
                                .startsWith(told.substring(0, told.length() - 1)));
    }
}

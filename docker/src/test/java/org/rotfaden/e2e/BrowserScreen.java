package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A page that follows a topic with a STOMP client that others wrote and the log-in of its browser.
final class BrowserScreen {

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

    private final Page page;

    private BrowserScreen(Page page) {
        this.page = page;
    }

    /// @param topic a type and an id: `motion/…`
    static BrowserScreen follow(Page page, String topic) {
        try {
            page.evaluate(Files.readString(CLIENT));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        page.evaluate(FOLLOW, "/topic/" + topic);
        return new BrowserScreen(page);
    }

    /// The id of the log-in that it follows with.
    String logIn() {
        return (String) page.evaluate(THIS_LOG_IN);
    }

    /// Waits until these were the first events, with codes of an error and of the end.
    void hears(Object... events) {
        String told = List.of(events).toString();
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(page.evaluate(HEARD).toString())
                                .startsWith(told.substring(0, told.length() - 1)));
    }
}

package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A page that follows what happens, in a browser, with a STOMP client that others wrote.
class ScreensTests extends WithSampleAssociation {

    @Test
    void a_browser_follows_with_its_log_in_until_that_ends() {
        String token = workspace.tokenOf("emil");
        JsonNode motion = workspace.post("/api/motions", token, "{\"title\":\"Im Saal\"}");
        String path = "/api/motions/" + motion.get("id").asString();
        String me = workspace.get("/api/members/me", token).get("id").asString();
        Page page = Browsers.wide(ColorScheme.LIGHT);
        Door.open(page, workspace.address(), "emil", "/antraege");
        var screen = BrowserScreen.follow(page, "motion/" + motion.get("id").asString());
        screen.hears("following");
        assertThat(page.evaluate("client.webSocket.extensions"))
                .as("compressing takes more memory than all else a connection needs")
                .isEqualTo("");

        workspace.put(path + "/owner", token, "{\"type\":\"member\",\"id\":\"%s\"}".formatted(me));
        screen.hears("following", "motion.handed-over");

        workspace.delete("/api/logins/" + screen.logIn(), token);
        screen.hears("following", "motion.handed-over", "ended");
    }

    @Test
    void a_browser_that_is_not_logged_in_follows_nothing() {
        Page page = Browsers.wide(ColorScheme.LIGHT);
        page.navigate(workspace.address() + "/login");
        var screen = BrowserScreen.follow(page, "association/00000000-0000-0000-0000-000000000000");
        screen.hears("NOT_AUTHENTICATED", 4401);
    }
}

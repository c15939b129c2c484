package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The door of the pages, behind a proxy that speaks TLS.
class LoggingInAndOutTests extends WithSampleAssociation {

    private static final Pattern DOOR = Pattern.compile(".*/anmelden.*");
    private static final String KEPT_HERE =
            "indexedDB.databases().then(all => all.filter(({name}) =>"
                    + " name.startsWith('rotfaden-kept')).length)";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Cable cable;

    @BeforeEach
    void layCable() {
        cable = new Cable(workspace.port());
    }

    @AfterEach
    void takeCableAway() {
        cable.close();
    }

    @Test
    void logging_out_asks_for_words_that_wait_and_forgets_what_is_saved() {
        MotionPage dilek =
                MotionPage.open(Browsers.wide(ColorScheme.LIGHT), cable.address(), "dilek", 2);
        Page page = dilek.page();
        page.route("**/api/live-tickets", route -> route.abort());
        cable.cut();
        dilek.type("Das wartet. ");
        await().until(() -> dilek.status().startsWith("offline – "));
        cable.mend();
        Locator logOut = page.getByText("Abmelden");
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);

        Door.unfoldSelf(page);
        logOut.click();
        assertThat(question).containsText("Es warten noch Änderungen");
        question.getByText("Warten", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(question).isHidden();
        assertThat(page.evaluate(KEPT_HERE)).isEqualTo(1);

        page.unroute("**/api/live-tickets");
        dilek.awaitStatus("gespeichert");
        logOut.click();
        assertThat(page).hasURL(DOOR);
        assertThat(page.evaluate(KEPT_HERE)).isEqualTo(0);
        page.navigate(cable.address() + "/konto");
        assertThat(page).hasURL(DOOR);
    }

    @Test
    void without_a_line_logging_out_asks_at_once_and_asks_no_more_when_all_is_saved() {
        MotionPage dilek =
                MotionPage.open(Browsers.narrow(ColorScheme.DARK), cable.address(), "dilek", 2);
        Page page = dilek.page().context().newPage();
        page.navigate(cable.address() + "/konto");
        Locator logOut = page.locator(".account .page-head button");
        assertThat(logOut).isVisible();
        cable.cut();
        dilek.type("Das wartet. ");
        await().until(() -> dilek.status().startsWith("offline – "));

        page.bringToFront();
        logOut.click();
        Locator question = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(question).containsText("in einem Antrag");
        assertThat(question.getByText("Warten", new Locator.GetByTextOptions().setExact(true)))
                .isFocused();
        Inspection.of(page, "abmelden-ohne-verbindung");

        cable.mend();
        dilek.awaitStatus("gespeichert");
        assertThat(question).isHidden();
        assertThat(page).hasURL(Pattern.compile(".*/konto"));
    }

    @Test
    void what_another_tab_threw_away_can_be_copied_and_does_not_go_without_a_question() {
        MotionPage first =
                MotionPage.open(Browsers.wide(ColorScheme.LIGHT), cable.address(), "dilek", 2);
        Page page = first.page();
        MotionPage second = first.inAnotherTab();
        cable.cut();
        first.type("Nur hier. ");
        await().until(() -> first.status().startsWith("offline – "));
        Door.unfoldSelf(second.page());
        second.page().getByText("Abmelden").click();
        second.page().getByText("Trotzdem abmelden und verwerfen").click();
        await().until(() -> first.status().contains("verworfen"));

        var asked = new CopyOnWriteArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        cable.mend();
        assertThat(second.page()).hasURL(DOOR);
        page.evaluate("() => { setTimeout(() => location.reload()); }");
        page.waitForCondition(() -> asked.contains("beforeunload"));
        assertThat(first.text()).contains("Nur hier.");
        assertThat(first.status()).contains("verworfen");
    }

    /// Whoever sits down at that computer next is not shown where somebody else has been.
    @Test
    void logging_out_leads_every_tab_of_that_browser_to_a_door_that_knows_of_no_page() {
        Page first =
                Door.open(Browsers.wide(ColorScheme.LIGHT), workspace.address(), "emil", "/konto");
        Page second = first.context().newPage();
        second.navigate(workspace.address() + "/antraege");
        assertThat(second.locator(".page")).isVisible();
        assertThat(first.locator(".page")).isVisible();

        Door.unfoldSelf(first);
        first.locator(".rail").getByText("Abmelden").click();

        for (Page page : List.of(first, second)) {
            assertThat(page.locator("form.log-in")).isVisible();
            assertThat(page).hasURL(workspace.address() + "/anmelden");
        }
    }

    @Test
    void whoever_is_logged_out_elsewhere_stands_at_a_door_that_can_say_so() {
        Page here =
                Door.open(
                        Browsers.wide(ColorScheme.LIGHT),
                        workspace.address(),
                        "levin-oduya",
                        "/konto");
        Page there =
                Door.open(
                        Browsers.wide(ColorScheme.LIGHT),
                        workspace.address(),
                        "levin-oduya",
                        "/konto");
        there.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Alle anderen beenden"))
                .click();
        there.locator("vaadin-dialog")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Beenden").setExact(true))
                .click();
        assertThat(here.locator("form.log-in")).isVisible();
        assertThat(there.locator(".rail")).isVisible();
        here.navigate(workspace.address() + "/anmelden?fehler=beendet");
        assertThat(here.getByRole(AriaRole.ALERT)).containsText("Du bist hier abgemeldet");
        there.navigate(workspace.address() + "/anmelden?fehler=beendet");
        assertThat(there.locator(".rail")).isVisible();
    }

    /// At a door that has stood open since before somebody else logged in.
    @Test
    void nobody_is_taken_for_who_logged_in_in_another_tab() {
        Page first = Browsers.wide(ColorScheme.LIGHT);
        Page second = first.context().newPage();
        second.navigate(workspace.address() + "/anmelden");
        Door.logIn(first, workspace.address(), "anna");
        second.fill("#email", "emil@example.org");
        second.fill("#password", "rotfaden");
        second.click("form.log-in button.primary");
        assertThat(second.getByRole(AriaRole.ALERT)).isVisible();
        assertThat(second.locator("#email")).hasValue("emil@example.org");
        assertThat(first.locator(".rail .who")).hasText("Anna Lindqvist");
        second.fill("#password", "rotfaden");
        second.click("form.log-in button.primary");
        assertThat(second.locator(".rail .who")).containsText("Emil");
    }

    /// The account of somebody whom no other test needs.
    @Test
    void guessing_at_the_door_is_slowed_and_what_was_typed_stays() {
        Page page = Browsers.narrow(ColorScheme.LIGHT);
        page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "192.0.2.6"));
        page.navigate(workspace.address() + "/anmelden");
        for (int guess = 0; guess < 5; guess++) {
            guess(page, "geraten" + guess);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Das hat nicht gepasst.");
        }
        HttpRequest others = attemptNextTo(page);
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptionsInstanceOf(TimeoutError.class)
                .until(() -> {
                    standInLine(page);
                    come(50, others);
                    return page.getByRole(AriaRole.ALERT)
                            .textContent(new Locator.TextContentOptions().setTimeout(5_000))
                            .contains("Zu viele Versuche.");
                });
        assertThat(page.locator("#email")).hasValue("birte-clausen@example.org");
    }

    /// Unless she does already; chance may have let her through with a wrong password.
    private static void standInLine(Page page) {
        if (page.locator("form.log-in[aria-busy=true]").count() == 0) {
            fillIn(page, "noch einmal geraten");
            page.evaluate(
                    "() => { setTimeout(() => document.querySelector('.primary').click()); }");
        }
    }

    private HttpRequest attemptNextTo(Page page) {
        String token =
                page.context().cookies().stream()
                        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                        .map(cookie -> cookie.value)
                        .findFirst()
                        .orElseThrow();
        return HttpRequest.newBuilder(URI.create(workspace.address() + "/anmelden"))
                .header("X-Forwarded-For", "192.0.2.6")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "XSRF-TOKEN=" + token)
                .header("X-XSRF-TOKEN", token)
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "username=birte-clausen%40example.org&password=geraten"))
                .build();
    }

    /// More than there are places for in the line.
    private static void come(int count, HttpRequest attempt) {
        for (int one = 0; one < count; one++) {
            var _ = HTTP.sendAsync(attempt, HttpResponse.BodyHandlers.discarding());
        }
    }

    private static void guess(Page page, String password) {
        fillIn(page, password);
        page.waitForResponse(
                "**/anmelden?fehler=*", () -> page.click("form.log-in button.primary"));
    }

    private static void fillIn(Page page, String password) {
        page.fill("#email", "birte-clausen@example.org");
        page.fill("#password", password);
    }

    @Test
    void pages_allow_what_is_their_own_only_and_nobody_frames_them() {
        Page page =
                Door.open(Browsers.wide(ColorScheme.LIGHT), workspace.address(), "emil", "/konto");
        Supplier<String> ofPages =
                () ->
                        page.request()
                                .get(workspace.address() + "/konto")
                                .headers()
                                .get("content-security-policy");
        assertThat(ofPages.get())
                .containsPattern("script-src 'self' 'unsafe-eval' 'nonce-[A-Za-z0-9+/=]{24}'")
                .contains("object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'")
                .isNotEqualTo(ofPages.get());
        assertThat(policyOf("/anmelden"))
                .containsPattern("style-src 'self' 'nonce-[A-Za-z0-9+/=]{24}'")
                .contains("default-src 'self'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe")
                .isNotEqualTo(policyOf("/anmelden"));
        for (String path : List.of("/style/pages.css", "/editor/rotfaden-editor.js", "/api/docs")) {
            assertThat(policyOf(path))
                    .as(path)
                    .isEqualTo(
                            "default-src 'self'; object-src 'none'; base-uri 'self';"
                                    + " frame-ancestors 'none'");
        }
    }

    private String policyOf(String path) {
        return String.join(" ", get(path).headers().allValues("Content-Security-Policy"));
    }

    @Test
    void cookies_are_secure_whenever_the_request_is() {
        assertThat(get("/anmelden", "X-Forwarded-Proto", "https").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("; Secure"));
        assertThat(get("/anmelden").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .noneMatch(cookie -> cookie.contains("; Secure"));
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(workspace.address() + path));
        try {
            return HTTP.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

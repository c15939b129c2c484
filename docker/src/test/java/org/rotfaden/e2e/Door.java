package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;

/// How a window gets behind the log-in page.
final class Door {

    private static final String PASSWORD = "rotfaden";

    private Door() {}

    /// Fills in the form as a sample member does.
    static void logIn(Page page, String address, String member) {
        logIn(page, address, emailOf(member), PASSWORD);
    }

    /// Fills in the form as people do.
    static void logIn(Page page, String address, String email, String password) {
        page.navigate(address + "/anmelden");
        page.fill("#email", email);
        page.fill("#password", password);
        page.click("form.log-in button.primary");
        page.waitForSelector(".page");
    }

    /// Sends what the form sends, without loading the page that it stands on, and goes to a page
    /// behind it.
    static Page open(Page page, String address, String member, String path) {
        return open(page, address, emailOf(member), PASSWORD, path);
    }

    static Page open(Page page, String address, String email, String password, String path) {
        APIRequestContext requests = page.request();
        requests.get(address + "/anmelden");
        String token =
                page.context().cookies(address).stream()
                        .filter(cookie -> cookie.name.equals("XSRF-TOKEN"))
                        .map((Cookie cookie) -> cookie.value)
                        .findFirst()
                        .orElseThrow();
        APIResponse answer =
                requests.post(
                        address + "/anmelden",
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setHeader("X-XSRF-TOKEN", token)
                                .setForm(
                                        FormData.create()
                                                .set("username", email)
                                                .set("password", password)));
        assertThat(answer.headers().get("location"))
                .as("where %s gets with status %d", email, answer.status())
                .isNotNull()
                .doesNotContain("anmelden");
        page.navigate(address + path);
        return page;
    }

    /// Shows what is hers, with the way out.
    static void unfoldSelf(Page page) {
        page.locator(".rail .self > summary").click();
    }

    private static String emailOf(String member) {
        return member + "@example.org";
    }
}

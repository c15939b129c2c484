package org.rotfaden.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

class FirstPageTests {

    @Test
    void whoever_opens_the_address_may_log_in() {
        try (var workspace = Workspace.demo("first-page");
                var window = Browsers.shared().newContext()) {
            var page = window.newPage();
            page.navigate(workspace.address());
            assertThat(page.getByRole(AriaRole.HEADING).first()).isVisible();
        }
    }
}

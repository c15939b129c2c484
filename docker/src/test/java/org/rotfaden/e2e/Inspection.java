package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/// What every page has to bear: axe finds nothing, and nothing scrolls sideways. Leaves a picture
/// in `target/screenshots` for people to look at.
final class Inspection {

    /// Vaadin's word on the connection lies over the page and so in none of its regions.
    private static final String NOTICE_OF_THE_FRAMEWORK = "vaadin-connection-indicator";

    private Inspection() {}

    static void of(Page page, String name) {
        awaitStillness(page);
        String picture = "%s-%d-%s".formatted(name, page.viewportSize().width, scheme(page));
        picture(page, picture);
        var violations =
                new AxeBuilder(page).exclude(NOTICE_OF_THE_FRAMEWORK).analyze().getViolations();
        assertThat(violations)
                .as(picture)
                .extracting(violation ->
                        violation.getId() + ": " + violation.getNodes().getFirst().getHtml())
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(picture + " scrolls sideways")
                .isTrue();
    }

    /// While a dialog fades in, its words are pale.
    private static void awaitStillness(Page page) {
        page.waitForFunction(
                """
                () => {
                    const roots = [document];
                    for (const root of roots)
                        for (const element of root.querySelectorAll('*'))
                            if (element.shadowRoot) roots.push(element.shadowRoot);
                    return roots.every(root =>
                        root.getAnimations().every(({playState, effect}) =>
                            playState !== 'running' || effect?.getTiming().iterations === Infinity));
                }
                """);
    }

    static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    private static Object scheme(Page page) {
        return page.evaluate(
                "matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'");
    }
}

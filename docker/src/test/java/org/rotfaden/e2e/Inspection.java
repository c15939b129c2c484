package org.rotfaden.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What every page has to bear: axe finds nothing, and nothing scrolls sideways. Leaves pictures in
/// `target/screenshots` for people to look at.
final class Inspection {

    /// Vaadin's word on the connection lies over the page and so in none of its regions.
    private static final String NOTICE_OF_THE_FRAMEWORK = "vaadin-connection-indicator";

    /// A laptop, a phone, and the laptop at 400 %.
    private static final List<ViewportSize> SIZES =
            List.of(
                    new ViewportSize(1280, 900),
                    new ViewportSize(390, 844),
                    new ViewportSize(320, 225));

    /// What only the colours decide.
    private static final List<String> RULES_ON_COLOURS =
            List.of("color-contrast", "link-in-text-block");

    private final Page page;
    private final String name;

    private Inspection(Page page, String name) {
        this.page = page;
        this.name = name;
    }

    /// Inspects what a window shows at its size, in both colour schemes; it is light afterwards.
    static void of(Page page, String name) {
        var inspection = new Inspection(page, name);
        inspection.inspect(ColorScheme.DARK, RULES_ON_COLOURS);
        inspection.inspect(ColorScheme.LIGHT, List.of());
    }

    /// Inspects what a window shows at every size; it has its own again afterwards.
    static void atEverySize(Page page, String name) {
        ViewportSize own = page.viewportSize();
        for (ViewportSize size : SIZES) {
            page.setViewportSize(size.width, size.height);
            of(page, name);
        }
        page.setViewportSize(own.width, own.height);
    }

    static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    /// @param rules those of axe that are looked at; all when there are none
    private void inspect(ColorScheme scheme, List<String> rules) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        awaitStillness();
        String picture =
                "%s-%d-%s"
                        .formatted(name, page.viewportSize().width, scheme)
                        .toLowerCase(Locale.ROOT);
        picture(page, picture);
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var axe =
                new AxeBuilder(page)
                        .options(options)
                        .exclude(NOTICE_OF_THE_FRAMEWORK)
                        .setLegacyMode(true);
        var violations = (rules.isEmpty() ? axe : axe.withRules(rules)).analyze().getViolations();
        assertThat(violations).as(picture).extracting(Inspection::describe).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(picture + " scrolls sideways")
                .isTrue();
    }

    private static String describe(Rule violation) {
        CheckedNode first = violation.getNodes().getFirst();
        return "%s: %s %s".formatted(violation.getId(), first.getHtml(), first.getFailureSummary());
    }

    /// While a dialog fades in, its words are pale.
    private void awaitStillness() {
        page.evaluate(
                """
                async notice => {
                    const roots = [document];
                    for (const root of roots)
                        for (const element of root.querySelectorAll('*'))
                            if (element.shadowRoot) roots.push(element.shadowRoot);
                    const moves = ({playState, effect}) =>
                        playState === 'running' && effect.getTiming().iterations !== Infinity
                            && !effect.target.closest(notice);
                    while (roots.some(root => root.getAnimations().some(moves)))
                        await new Promise(requestAnimationFrame);
                }
                """,
                NOTICE_OF_THE_FRAMEWORK);
    }
}

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

/// What every page has to bear: axe finds nothing in either colour scheme, and at no size anything
/// scrolls sideways or stands beside the window. Leaves pictures in `target/screenshots` for people
/// to look at.
final class Inspection {

    /// Vaadin's word on the connection lies over the page and so in none of its regions.
    private static final String NOTICE_OF_THE_FRAMEWORK = "vaadin-connection-indicator";

    private static final ViewportSize LAPTOP = new ViewportSize(1280, 900);
    private static final ViewportSize PROJECTOR = new ViewportSize(1920, 1080);
    private static final ViewportSize PHONE = new ViewportSize(390, 844);
    private static final ViewportSize LAPTOP_AT_400_PERCENT = new ViewportSize(320, 225);

    /// What only the colours decide.
    private static final List<String> RULES_ON_COLOURS =
            List.of("color-contrast", "link-in-text-block");

    /// Controls that reach over an edge of the window. What waits left of it, as the skip link
    /// does, is out of sight on purpose; what stands in something that scrolls can be reached.
    private static final String BESIDE_THE_WINDOW =
            """
            () => {
                const roots = [document];
                const controls = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
                const above = node => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
                const scrolls = node =>
                    node && (/auto|scroll/.test(getComputedStyle(node).overflowX) || scrolls(above(node)));
                const beside = [];
                for (const root of roots)
                    for (const node of root.querySelectorAll('*')) {
                        if (node.shadowRoot) roots.push(node.shadowRoot);
                        if (!node.matches(controls) || !node.checkVisibility({visibilityProperty: true})) continue;
                        const {left, right, width} = node.getBoundingClientRect();
                        if (width && right > 0 && (left < -1 || right > innerWidth + 1) && !scrolls(above(node)))
                            beside.push(node.outerHTML.slice(0, 200));
                    }
                return beside;
            }
            """;

    private final Page page;
    private final String name;

    private Inspection(Page page, String name) {
        this.page = page;
        this.name = name;
    }

    /// Inspects what a window shows at its size, in both colour schemes; it is light afterwards.
    static void of(Page page, String name) {
        var inspection = new Inspection(page, name);
        inspection.look(ColorScheme.DARK);
        inspection.askAxe(RULES_ON_COLOURS);
        inspection.look(ColorScheme.LIGHT);
        inspection.askAxe(List.of());
    }

    /// Inspects what a window shows at every size: axe once in each scheme, in the light of a
    /// laptop and the dark of a phone. The window has its own size again afterwards, and is light.
    static void atEverySize(Page page, String name) {
        ViewportSize own = page.viewportSize();
        var inspection = new Inspection(page, name);
        inspection.look(PHONE, ColorScheme.DARK);
        inspection.askAxe(List.of());
        inspection.look(LAPTOP_AT_400_PERCENT, ColorScheme.LIGHT);
        inspection.look(PROJECTOR, ColorScheme.LIGHT);
        inspection.look(LAPTOP, ColorScheme.LIGHT);
        inspection.askAxe(List.of());
        page.setViewportSize(own.width, own.height);
    }

    static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    private void look(ViewportSize size, ColorScheme scheme) {
        page.setViewportSize(size.width, size.height);
        look(scheme);
    }

    private void look(ColorScheme scheme) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
        awaitStillness();
        String picture =
                "%s-%d-%s"
                        .formatted(name, page.viewportSize().width, scheme)
                        .toLowerCase(Locale.ROOT);
        picture(page, picture);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(picture + " does not scroll sideways")
                .isTrue();
        assertThat((List<?>) page.evaluate(BESIDE_THE_WINDOW))
                .as(picture + " has everything inside the window")
                .isEmpty();
    }

    /// @param rules those of axe that are looked at; all when there are none
    private void askAxe(List<String> rules) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        var axe =
                new AxeBuilder(page)
                        .options(options)
                        .exclude(NOTICE_OF_THE_FRAMEWORK)
                        .setLegacyMode(true);
        var violations = (rules.isEmpty() ? axe : axe.withRules(rules)).analyze().getViolations();
        assertThat(violations)
                .as("%s at %d pixels", name, page.viewportSize().width)
                .extracting(Inspection::describe)
                .isEmpty();
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

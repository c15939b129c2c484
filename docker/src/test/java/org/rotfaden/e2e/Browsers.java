package org.rotfaden.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;

/// The Chromium or Chrome of this machine, one for each thread that runs tests: Playwright is not
/// made for several. It ends with their process.
final class Browsers {

    private static final List<String> NAMES =
            List.of(
                    "chromium-headless-shell",
                    "chromium",
                    "chromium-browser",
                    "google-chrome",
                    "google-chrome-stable");

    private static final ThreadLocal<Browsers> OF_THIS_THREAD =
            ThreadLocal.withInitial(Browsers::new);

    private final Browser browser =
            Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable())
                                    .setArgs(arguments()));

    /// Windows that were opened and not closed yet.
    private final Queue<BrowserContext> open = new ArrayDeque<>();

    private Browsers() {}

    /// Closes all windows: nobody looks at them any more, and they would go on asking for news.
    static void closeAll() {
        Queue<BrowserContext> windows = OF_THIS_THREAD.get().open;
        for (BrowserContext window = windows.poll(); window != null; window = windows.poll()) {
            window.close();
        }
    }

    /// Waits until the server has answered all that a page asked of it.
    static void settle(Page page) {
        page.waitForFunction(
                "() => !Object.values(window.Vaadin.Flow.clients)"
                        + ".some(client => client.isActive && client.isActive())");
    }

    /// A laptop's window.
    static Page wide(ColorScheme scheme) {
        return window(1280, 900, scheme);
    }

    /// A phone's window.
    static Page narrow(ColorScheme scheme) {
        return window(390, 844, scheme);
    }

    /// A laptop's window in another language.
    static Page speaking(String locale) {
        return window(1280, 900, ColorScheme.LIGHT, locale);
    }

    private static Page window(int width, int height, ColorScheme scheme) {
        return window(width, height, scheme, "de-DE");
    }

    private static Page window(int width, int height, ColorScheme scheme, String locale) {
        Browsers here = OF_THIS_THREAD.get();
        BrowserContext context =
                here.browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setLocale(locale)
                                .setColorScheme(scheme));
        here.open.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(30_000);
        return page;
    }

    /// What the launcher has found, or else what is on the PATH.
    private static Path executable() {
        Stream<Path> found = Stream.ofNullable(System.getenv("ROTFADEN_BROWSER")).map(Path::of);
        Stream<Path> usual =
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(found, usual)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The browser tests need Chromium or Chrome; ./rotfaden test"
                                        + " tells how to get it."));
    }

    private static List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"));
        if (System.getProperty("user.name").equals("root")) {
            arguments.add("--no-sandbox"); // Chromium's sandbox refuses to be run by root
        }
        return arguments;
    }
}

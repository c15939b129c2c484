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

/// The Chromium or Chrome of this machine, one for all tests; it ends with their process.
final class Browsers {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /// Starts when the first window is opened.
    private static final class Chromium {
        static final Browser BROWSER =
                Playwright.create(
                                new Playwright.CreateOptions()
                                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Browsers.executable())
                                        .setArgs(Browsers.arguments()));
    }

    /// Windows that were opened and not closed yet.
    private static final Queue<BrowserContext> OPEN = new ArrayDeque<>();

    private Browsers() {}

    /// Closes all windows: those of a workspace that has ended would go on looking for it.
    static void closeAll() {
        for (BrowserContext window = OPEN.poll(); window != null; window = OPEN.poll()) {
            window.close();
        }
    }

    /// A laptop's window.
    static Page wide(ColorScheme scheme) {
        return window(1280, 900, scheme);
    }

    /// A phone's window.
    static Page narrow(ColorScheme scheme) {
        return window(390, 844, scheme);
    }

    private static Page window(int width, int height, ColorScheme scheme) {
        BrowserContext context =
                Chromium.BROWSER.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setLocale("de-DE")
                                .setColorScheme(scheme));
        OPEN.add(context);
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

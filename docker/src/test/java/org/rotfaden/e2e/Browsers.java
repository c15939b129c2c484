package org.rotfaden.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The real browser of this machine, Chromium or Chrome, driven by Playwright. One for all tests;
/// it ends with the process of the tests. Playwright belongs to one thread.
public final class Browsers {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> FOLDERS = List.of("/usr/bin", "/usr/local/bin", "/snap/bin");

    private Browsers() {}

    /// The browser that all tests share; each opens contexts of its own.
    public static Browser shared() {
        return Shared.BROWSER;
    }

    private static final class Shared {

        private static final Browser BROWSER = launch();
    }

    private static Browser launch() {
        var withoutDownload =
                new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return Playwright.create(withoutDownload)
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(executable())
                                .setArgs(arguments()));
    }

    private static Path executable() {
        Stream<Path> named = Stream.ofNullable(System.getenv("ROTFADEN_BROWSER")).map(Path::of);
        Stream<Path> usual =
                FOLDERS.stream()
                        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(named, usual)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "The browser tests need Chromium or Chrome. Start them with"
                                        + " ./rotfaden test, or name one in"
                                        + " ROTFADEN_BROWSER."));
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
            arguments.add("--no-sandbox");
        }
        return arguments;
    }
}

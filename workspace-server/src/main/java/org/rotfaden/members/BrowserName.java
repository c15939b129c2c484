package org.rotfaden.members;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What a browser is called, so that people know their own again. Only what is known here is kept
/// of the words that a browser says of itself.
final class BrowserName {

    /// The first one that is in its words is meant: browsers also say which others they are like.
    private static final Map<String, String> BROWSERS =
            inOrder(
                    "Edg",
                    "Edge",
                    "OPR/",
                    "Opera",
                    "SamsungBrowser",
                    "Samsung Internet",
                    "Firefox",
                    "Firefox",
                    "FxiOS",
                    "Firefox",
                    "CriOS",
                    "Chrome",
                    "Chrome",
                    "Chrome",
                    "Safari",
                    "Safari");

    private static final Map<String, String> SYSTEMS =
            inOrder(
                    "iPhone",
                    "iPhone",
                    "iPad",
                    "iPad",
                    "Android",
                    "Android",
                    "Windows",
                    "Windows",
                    "Mac OS",
                    "macOS",
                    "CrOS",
                    "ChromeOS",
                    "Linux",
                    "Linux");

    private BrowserName() {}

    /// @param said the header `User-Agent`
    static Optional<String> of(String said) {
        Optional<String> system = first(SYSTEMS, said);
        return first(BROWSERS, said)
                .map(browser -> system.map(name -> browser + ", " + name).orElse(browser))
                .or(() -> system);
    }

    private static Optional<String> first(Map<String, String> names, String said) {
        return names.entrySet().stream()
                .filter(name -> said.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            names.put(pairs[at], pairs[at + 1]);
        }
        return names;
    }
}

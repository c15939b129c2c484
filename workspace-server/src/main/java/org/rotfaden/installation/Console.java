package org.rotfaden.installation;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The product's words to the operator: German where the environment is, else English.
final class Console {

    private static final String BUNDLE = "org.rotfaden.installation.console";

    private Console() {}

    static String sentence(String key, Object... details) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        language(System.getenv()),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(details);
    }

    @SuppressWarnings("SystemOut") // these lines are the product's words on the console, no log
    static void say(String key, Object... details) {
        System.out.println(sentence(key, details));
    }

    @SuppressWarnings("SystemOut") // as above
    static void complain(@Nullable String sentence) {
        System.err.println(sentence);
    }

    /// The environment is asked, not Java: without installed locales Java takes it for English.
    static Locale language(Map<String, String> environment) {
        return Stream.of("ROTFADEN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isBlank())
                        .findFirst()
                        .orElse("")
                        .startsWith("de")
                ? Locale.GERMAN
                : Locale.ROOT;
    }
}

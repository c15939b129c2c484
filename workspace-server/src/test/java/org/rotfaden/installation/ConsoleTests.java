package org.rotfaden.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleTests {

    @Test
    void the_environment_says_the_language() {
        assertThat(Console.language(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Locale.GERMAN);
        assertThat(Console.language(Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C")))
                .isEqualTo(Locale.ROOT);
        assertThat(Console.language(Map.of("LANG", "C", "ROTFADEN_LANGUAGE", "de")))
                .isEqualTo(Locale.GERMAN);
        assertThat(Console.language(Map.of())).isEqualTo(Locale.ROOT);
    }

    @Test
    void every_sentence_is_there_in_both_languages() {
        assertThat(bundle(Locale.GERMAN).keySet()).isEqualTo(bundle(Locale.ROOT).keySet());
        assertThat(bundle(Locale.GERMAN).getString("ready.ADDRESS"))
                .startsWith("Rotfaden ist offen");
    }

    @ParameterizedTest
    @EnumSource
    void every_hindrance_has_a_sentence(Hindrance hindrance) {
        assertThat(new CannotStart(hindrance, "A", "B", "C").getMessage())
                .contains("A")
                .doesNotContain("{");
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.rotfaden.installation.console", locale);
    }
}

package org.rotfaden.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people read has nothing in it that nobody sees.
class WordingTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "\u00A0\u3000",
                "\u3164",
                "\u2060\uFEFF",
                "\u2800",
                "\u200D",
                "\uFE0F",
                "\u034F\u00AD",
                "\uDB40\uDC41"
            })
    void a_name_that_nobody_sees_is_none(String name) {
        assertThatThrownBy(() -> new Name(name)).hasMessage("INVALID_NAME");
        assertThat(Wording.of(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An\u202Ena",
                "\u200EAnna",
                "Anna\u200F",
                "\u061CAnna",
                "\u2066Anna\u2069",
                "Anna\uD800",
                "\uDC00Anna",
                "An\u0007na",
                "An\uFFFFna",
                "An\uFDD0na",
                "An\uE000na",
                "An\uFFFCna"
            })
    void what_turns_or_breaks_a_text_is_refused(String words) {
        assertThatThrownBy(() -> Wording.of(words)).hasMessage("UNREADABLE_WORDS");
        assertThat(Wording.plain(words)).isEqualTo("Anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vorst\u0430nd", "\u0412orstand", "Vorst\u03B1nd", "\u0410nn\u0430"})
    void a_word_of_two_scripts_that_look_alike_is_no_name(String name) {
        assertThatThrownBy(() -> new Name(name)).hasMessage("DISGUISED_NAME");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"AG \u03A9", "\u041C\u043E\u0441\u043A\u0432\u0430 Mitte", "\u03B1-Gruppe"})
    void words_of_several_scripts_beside_each_other_are_a_name(String name) {
        assertThat(new Name(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Orts\u00ADverein,Ortsverein",
        "An\u200Bna,Anna",
        "An\u200Dna,Anna",
        "An\u200Cna,Anna",
        "Anna\uFE0F,Anna",
        "Anna\uDB40\uDC41,Anna",
        "'\u00A0Anna\u3000',Anna",
        "\u2800Anna\u2800,Anna",
        "Mu\u0308ller,Müller"
    })
    void what_looks_the_same_is_the_same(String typed, String words) {
        assertThat(new Name(typed)).isEqualTo(new Name(words));
        assertThat(new Name(typed).value()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200Cخواهم",
                "क्\u200Dष",
                "👩\u200D👩\u200D👧",
                "👩🏽\u200D🚀",
                "🏳\uFE0F\u200D🌈",
                "❤\uFE0F",
                "1\uFE0F\u20E3",
                "葛\uDB40\uDD00城",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "Ελλάδα",
                "דנה",
                "مريم",
                "Nguyễn Thị",
                "김민수",
                "★"
            })
    void scripts_and_pictures_keep_what_they_need(String words) {
        assertThat(new Name(words).value()).isEqualTo(words);
    }

    @Test
    void an_association_is_called_like_everything_else() {
        assertThatThrownBy(() -> AssociationSettings.of("\u200B", "de", "Europe/Berlin", null))
                .hasMessage("INVALID_ASSOCIATION");
        assertThat(AssociationSettings.of("Bu\u0308nde", "de", "Europe/Berlin", null).name())
                .isEqualTo("Bünde");
    }
}

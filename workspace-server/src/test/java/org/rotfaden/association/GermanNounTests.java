package org.rotfaden.association;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanNounTests {

    @ParameterizedTest
    @CsvSource({
        "Vorstand, im Vorstand",
        "Kreisvorstand, im Kreisvorstand",
        "Landeskonferenz, in der Landeskonferenz",
        "Mitgliederversammlung, in der Mitgliederversammlung",
        "Schiedsgericht, im Schiedsgericht",
        "Parteitag, im Parteitag",
        "LANDESTAG, im LANDESTAG",
        "Jugend-AG, in der Jugend-AG",
    })
    void somebody_is_in_a_body(String body, String said) {
        assertThat(new GermanNoun(body).within()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "Abteilung Nordstadt, der Abteilung Nordstadt",
        "Kreisverband Ulmental, des Kreisverbands Ulmental",
        "Ortsverein Möwenort, des Ortsvereins Möwenort",
        "Bund Wendenmark, des Bundes Wendenmark",
        "AK Wohnen, des AK Wohnen",
        "Jugend Hafen, der Jugend Hafen",
        "Stadtteilkreis Ost, des Stadtteilkreises Ost",
    })
    void a_body_is_of_a_unit(String unit, String said) {
        assertThat(new GermanNoun(unit).genitive()).contains(said);
    }

    @Test
    void nobody_guesses_a_gender() {
        assertThat(new GermanNoun("Nordstadt").genitive()).isEmpty();
        assertThat(new GermanNoun("Erweiterter Vorstand").within()).isEmpty();
        assertThat(new GermanNoun("").within()).isEmpty();
    }
}

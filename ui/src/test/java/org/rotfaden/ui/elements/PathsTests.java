package org.rotfaden.ui.elements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTests {

    @ParameterizedTest
    @CsvSource({
        "antraege/12, antraege/12/rechte",
        "antraege, verband/rechte",
        "gliederungen/ov-nord, gliederungen/ov-nord/rechte",
        "gremien/vorstand/neu-gewaehlt, gremien/vorstand/rechte",
        "gruppen/gruenden/rechte, gruppen/gruenden/rechte",
        "mitglieder, verband/rechte",
        "betrieb, verband/rechte"
    })
    void every_page_leads_to_the_rights_of_what_it_shows(String page, String rights) {
        assertThat(Paths.rightsOf(page)).contains(rights);
    }

    @ParameterizedTest
    @CsvSource({"konto", "anmelden", "personen/anna", "''", "antraege-alt/1"})
    void pages_that_show_nothing_with_rights_lead_nowhere(String page) {
        assertThat(Paths.rightsOf(page)).isEmpty();
    }

    @Test
    void an_address_names_the_thing_below_whose_page_it_lies() {
        assertThat(Paths.nameAt(Paths.UNITS, "gliederungen/ov-nord/rechte")).contains("ov-nord");
        assertThat(Paths.nameAt(Paths.UNITS, "gliederungen")).isEmpty();
        assertThat(Paths.nameAt(Paths.UNITS, "gruppen/ov-nord")).isEmpty();
    }
}

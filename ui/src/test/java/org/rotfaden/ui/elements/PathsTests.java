package org.rotfaden.ui.elements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathsTests {

    @Test
    void an_address_names_the_thing_below_whose_page_it_lies() {
        assertThat(Paths.nameAt(Paths.UNITS, "gliederungen/ov-nord/rechte")).contains("ov-nord");
        assertThat(Paths.nameAt(Paths.UNITS, "gliederungen")).isEmpty();
        assertThat(Paths.nameAt(Paths.UNITS, "gruppen/ov-nord")).isEmpty();
    }
}

package org.rotfaden.ui.elements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rotfaden.security.Permission;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.SubjectTypes;

class RightsPagesTests {

    private final SubjectTypes types = mock();

    @BeforeEach
    void types_of_which_all_but_people_have_a_page_of_rights() {
        List<SubjectType> all =
                Stream.of(
                                Paths.ASSOCIATION,
                                Paths.MOTIONS,
                                Paths.UNITS,
                                Paths.BODIES,
                                Paths.GROUPS,
                                Paths.PEOPLE)
                        .map(RightsPagesTests::type)
                        .toList();
        when(types.all()).thenReturn(all);
        when(types.at(anyString())).thenCallRealMethod();
    }

    private static SubjectType type(String place) {
        SubjectType type = mock();
        when(type.place()).thenReturn(place);
        when(type.questions())
                .thenReturn(place.equals(Paths.PEOPLE) ? List.of() : List.of(Permission.READ));
        return type;
    }

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
        assertThat(new RightsPages(types).of(page)).contains(rights);
    }

    @ParameterizedTest
    @CsvSource({"konto", "anmelden", "personen/anna", "''", "antraege-alt/1"})
    void pages_that_show_nothing_with_rights_lead_nowhere(String page) {
        assertThat(new RightsPages(types).of(page)).isEmpty();
    }
}

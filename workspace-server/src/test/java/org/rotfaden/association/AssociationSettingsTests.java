package org.rotfaden.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.security.BrokenRule;

/// What an association says of itself is valid when it exists.
class AssociationSettingsTests {

    @Test
    void black_on_white_has_the_contrast_that_the_standard_gives() {
        assertThat(Accent.contrast("#000000", "#ffffff")).isEqualTo(21);
        assertThat(Accent.contrast("#777777", "#ffffff")).isBetween(4.4, 4.5);
    }

    @ParameterizedTest
    @CsvSource({
        "#ffdd88,ACCENT_TOO_PALE",
        "#8ab4ff,ACCENT_TOO_PALE",
        "rot,INVALID_ACCENT",
        "#12345,INVALID_ACCENT",
        "#1234567,INVALID_ACCENT",
        "'',INVALID_ACCENT"
    })
    void a_colour_is_refused_because_it_is_none_or_because_it_cannot_be_read(
            String hex, String code) {
        assertThatThrownBy(() -> new Accent(hex))
                .isInstanceOfSatisfying(
                        BrokenRule.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#b3122b", "#000000", "#1A5FD0", "#1b6b3a"})
    void each_colour_can_be_read_on_dark_paper_as_well(String hex) {
        assertThat(Accent.contrast(new Accent(hex).onDark(), "#17181a"))
                .isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @CsvSource({
        "Ortsverein Süd-Ost,ortsverein-sued-ost",
        "Dilek Sarıkaya,dilek-sarikaya",
        "Žofie Łęcka,zofie-lecka",
        "'  Straße & Weg! ',strasse-weg",
        "Ελλάδα,x"
    })
    void names_become_readable_addresses(String name, String slug) {
        assertThat(new Name(name).slug(_ -> false)).isEqualTo(slug);
    }

    @Test
    void who_comes_second_gets_a_number() {
        assertThat(new Name("Nord").slug("nord"::equals)).isEqualTo("nord-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "zwei\nZeilen"})
    void what_is_no_name_is_refused(String name) {
        assertThatThrownBy(() -> new Name(name)).hasMessage("INVALID_NAME");
    }

    @Test
    void the_last_day_is_included() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        Term term = new Term(first, first.plusDays(1));
        assertThat(term.includes(first.plusDays(1))).isTrue();
        assertThat(term.includes(first.plusDays(2))).isFalse();
        assertThat(term.includes(first.minusDays(1))).isFalse();
        assertThatThrownBy(() -> new Term(first, first.minusDays(2))).hasMessage("INVALID_TERM");
    }

    @Test
    void what_begins_has_a_day_and_no_day_lies_where_nobody_counts() {
        LocalDate first = LocalDate.of(2026, 3, 1);
        assertThat(new Term(first, first).orRefuse().includes(first)).isTrue();
        assertThat(new Term(Term.EARLIEST, Term.LATEST).orRefuse().isEmpty()).isFalse();
        var calledOff = new Term(first, first.minusDays(1));
        assertThat(calledOff.isEmpty()).isTrue();
        for (Term none :
                List.of(
                        calledOff,
                        new Term(first, LocalDate.MAX),
                        Term.since(LocalDate.MAX),
                        new Term(Term.EARLIEST.minusDays(1), first))) {
            assertThatThrownBy(none::orRefuse).hasMessage("INVALID_TERM");
        }
        assertThatThrownBy(() -> new Term(LocalDate.MIN, LocalDate.MIN).orRefuse())
                .hasMessage("INVALID_TERM");
    }

    @ParameterizedTest
    @CsvSource({"'',de,Europe/Berlin", "Bund,fr,Europe/Berlin", "Bund,de,Nirgends/Wo"})
    void an_association_has_a_name_a_language_and_a_time_zone(
            String name, String language, String zone) {
        assertThatThrownBy(() -> AssociationSettings.of(name, language, zone, null))
                .hasMessage("INVALID_ASSOCIATION");
    }
}

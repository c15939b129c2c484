package org.rotfaden.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.discussions.PostText.Block;
import org.rotfaden.discussions.PostText.Form;
import org.rotfaden.discussions.PostText.Run;
import org.rotfaden.security.Subject;

/// What small formatting says.
class PostTextTests {

    private static final UUID ID = UUID.fromString("0d3f3f44-9a54-4a2e-8f0c-1c2d3e4f5a6b");

    @Test
    void words_stay_as_they_are() {
        assertThat(read("Wer kommt am Samstag?\nIch bringe Kuchen mit."))
                .containsExactly(
                        new Block(
                                Form.PARAGRAPH,
                                List.of(plain("Wer kommt am Samstag?\nIch bringe Kuchen mit."))));
    }

    @Test
    void an_empty_line_parts_paragraphs() {
        assertThat(read("eins\n\n\nzwei")).extracting(Block::form).containsOnly(Form.PARAGRAPH);
        assertThat(read("eins\n\n\nzwei")).hasSize(2);
    }

    @Test
    void stars_make_bold_and_italic() {
        assertThat(runs("Das ist **sehr** *wichtig*!"))
                .containsExactly(
                        plain("Das ist "),
                        new Run("sehr", true, false, null, null),
                        plain(" "),
                        new Run("wichtig", false, true, null, null),
                        plain("!"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2 * 3 * 4", "5 ** 2", "* allein", "Sternchen*", "**offen", "Leser*innen"})
    void stars_without_a_partner_are_shown(String words) {
        assertThat(runs(words).stream().map(Run::words).reduce("", String::concat))
                .isEqualTo(words.replaceFirst("^\\* ", ""));
        assertThat(runs(words)).noneMatch(run -> run.bold() || run.italic());
    }

    @Test
    void an_address_is_a_link_without_the_end_of_the_sentence() {
        assertThat(runs("Siehe https://example.org/a?b=c, dort (http://example.org)."))
                .containsExactly(
                        plain("Siehe "),
                        link("https://example.org/a?b=c"),
                        plain(", dort ("),
                        link("http://example.org"),
                        plain(")."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "xhttps://example.org",
                "ftp://example.org",
                "https://",
                "<script>alert(1)</script>"
            })
    void nothing_else_is_a_link(String words) {
        assertThat(runs(words)).containsExactly(plain(words));
    }

    @Test
    void lists_and_quotes_are_blocks() {
        assertThat(
                        read(
                                """
                                Vorschlag:
                                - Kuchen
                                - Kaffee
                                1. Begrüßung
                                > Anna schrieb
                                > das
                                Danke\
                                """))
                .extracting(Block::form)
                .containsExactly(
                        Form.PARAGRAPH,
                        Form.BULLET,
                        Form.BULLET,
                        Form.NUMBER,
                        Form.QUOTE,
                        Form.PARAGRAPH);
    }

    @Test
    void a_mention_refers_by_its_id_and_has_no_name() {
        assertThat(runs("Hallo @member:" + ID + ", kommst du?"))
                .containsExactly(
                        plain("Hallo "),
                        new Run("", false, false, null, new Subject("member", ID)),
                        plain(", kommst du?"));
        assertThat(PostText.mentionedIn("@member:" + ID + " und @member:" + ID))
                .containsExactly(new Subject("member", ID));
    }

    @Test
    void what_only_looks_like_a_mention_is_shown() {
        assertThat(runs("anna@example.org @niemand @member:kurz"))
                .containsExactly(plain("anna@example.org @niemand @member:kurz"));
    }

    /// Nobody makes the server think long.
    @ParameterizedTest
    @ValueSource(strings = {"*", "**", "> ", "- ", "https://", "@member:", "*a", "\n", "h", "(("})
    void whatever_is_repeated_is_read_at_once(String part) {
        String much = part.repeat(Post.LONGEST / part.length());
        assertThat(Duration.ofSeconds(2))
                .satisfies(most ->
                        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                                most, () -> PostText.of(much)));
    }

    private static List<Block> read(String words) {
        return PostText.of(words).blocks();
    }

    private static List<Run> runs(String words) {
        return read(words).getFirst().runs();
    }

    private static Run plain(String words) {
        return new Run(words, false, false, null, null);
    }

    private static Run link(String address) {
        return new Run(address, false, false, address, null);
    }
}

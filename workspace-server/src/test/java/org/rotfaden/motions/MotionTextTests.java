package org.rotfaden.motions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.realtime.DocumentText;

class MotionTextTests {

    private static final String MARKDOWN =
            """
            # Busse & Bahnen

            Der **Rat** wird <b>gebeten</b>:

            1. mehr *Busse*
            2. mehr Bahnen
               - auch nachts

            ### Kosten

            > Wer nichts tut, zahlt.

            ## Begründung

            [Mehr dazu](https://example.org/a?b=1&c=2) und [böse](javascript:alert)
            """;

    @Test
    void a_motion_reads_as_plain_text() {
        assertThat(MotionText.plain(words(MARKDOWN)))
                .isEqualTo(
                        """
                        Busse & Bahnen

                        Der Rat wird gebeten:
                        1. mehr Busse
                        2. mehr Bahnen
                          – auch nachts
                        Kosten
                        Wer nichts tut, zahlt.

                        Begründung

                        Mehr dazu und böse
                        """);
    }

    @Test
    void a_motion_reads_as_html_with_real_lists_and_safe_links() {
        assertThat(MotionText.html(words(MARKDOWN)))
                .isEqualTo(
                        """
                        <article lang="de">
                        <h1>Busse &amp; Bahnen</h1>
                        <p>Der <strong>Rat</strong> wird gebeten:</p>
                        <ol>
                        <li>mehr <em>Busse</em></li>
                        <li>mehr Bahnen<ul>
                        <li>auch nachts</li>
                        </ul>
                        </li>
                        </ol>
                        <h3>Kosten</h3>
                        <blockquote><p>Wer nichts tut, zahlt.</p>
                        </blockquote>
                        <h2>Begründung</h2>
                        <p><a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer">Mehr dazu</a> und böse</p>
                        </article>
                        """);
    }

    @Test
    void words_are_never_taken_for_markup() {
        var text =
                List.of(
                        new Run("<script>alert(1)</script>", Map.of("bold", true)),
                        new Run("\n", Map.of()));
        assertThat(MotionText.html(new DocumentText(List.of(), text, List.of())))
                .contains("<strong>&lt;script&gt;alert(1)&lt;/script&gt;</strong>");
    }

    @Test
    void the_title_of_a_row_tolerates_what_the_live_one_holds() {
        assertThat(MotionTitle.projected("  ")).isEmpty();
        assertThat(MotionTitle.projected("eins\nzwei\u0000 drei ")).isEqualTo("eins zwei drei");
        assertThat(MotionTitle.projected("x".repeat(199) + "😀y")).isEqualTo("x".repeat(199));
        assertThat(MotionTitle.projected("x".repeat(300))).hasSize(200);
        assertThatThrownBy(() -> MotionTitle.given("x".repeat(201))).hasMessage("TITLE_TOO_LONG");
    }

    private static DocumentText words(String markdown) {
        FirstContent content = MotionMarkdown.read(markdown);
        return new DocumentText(
                List.of(new Run(content.title(), Map.of())), content.text(), content.reason());
    }
}

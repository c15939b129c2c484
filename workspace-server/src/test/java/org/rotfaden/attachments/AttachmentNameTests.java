package org.rotfaden.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rotfaden.attachments.AttachmentKind.JPEG;
import static org.rotfaden.attachments.AttachmentKind.PDF;
import static org.rotfaden.attachments.AttachmentKind.TEXT;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A name is one line that says what it is, whoever gave it.
class AttachmentNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Antrag 12.pdf|Antrag 12.pdf",
                "Antrag.PDF|Antrag.pdf",
                "Antrag|Antrag.pdf",
                "rechnung.pdf.exe|rechnung.pdf.exe.pdf",
                "rechnung.exe.pdf|rechnung.exe.pdf",
                "../../etc/passwd|passwd.pdf",
                "C:\\Users\\Anna\\Satzung.pdf|Satzung.pdf",
                "/|PDF.pdf",
                "..|PDF.pdf",
                ".pdf|pdf.pdf",
                "' . .htaccess . '|htaccess.pdf",
                "''|PDF.pdf",
                "pdf|pdf.pdf"
            })
    void a_name_ends_as_files_of_its_kind_do(String given, String name) {
        assertThat(AttachmentName.of(given, PDF).value()).isEqualTo(name);
    }

    @Test
    void each_ending_of_a_kind_stays() {
        assertThat(AttachmentName.of("Foto.jpeg", JPEG).value()).isEqualTo("Foto.jpeg");
        assertThat(AttachmentName.of("Foto.png", JPEG).value()).isEqualTo("Foto.png.jpg");
        assertThat(AttachmentName.of("Liste.csv", TEXT).value()).isEqualTo("Liste.csv");
        assertThat(AttachmentName.of("Seite.html", TEXT).value()).isEqualTo("Seite.html.txt");
    }

    @Test
    void nothing_in_it_is_unseen_or_turns_or_breaks_the_line() {
        assertThat(AttachmentName.of("a\u202efdp.exe", PDF).value()).isEqualTo("afdp.exe.pdf");
        assertThat(AttachmentName.of("a.pdf\r\nSet-Cookie: x", PDF).value())
                .isEqualTo("a.pdf Set-Cookie: x.pdf");
        assertThat(AttachmentName.of("a\0b\u0007\u200b\u2028\ufeff c.pdf", PDF).value())
                .isEqualTo("a b c.pdf");
        assertThat(AttachmentName.of("Beschlu\u0308sse.pdf", PDF).value())
                .isEqualTo("Beschl\u00fcsse.pdf");
    }

    @Test
    void a_long_name_is_cut_before_its_ending_and_never_within_a_sign() {
        assertThat(AttachmentName.of("x".repeat(300) + ".pdf", PDF).value())
                .isEqualTo("x".repeat(116) + ".pdf");
        for (int before = 110; before < 118; before++) {
            String name = AttachmentName.of("x".repeat(before) + "😀😀.pdf", PDF).value();
            assertThat(name).hasSizeLessThanOrEqualTo(120).endsWith(".pdf");
            assertThat(name.replace("😀", "")).matches("x+[.]pdf");
        }
        assertThat(AttachmentName.of("x".repeat(100_000), PDF).value()).hasSize(120);
    }

    @Test
    void a_name_in_shape_stays_as_it_is() {
        var random = new Random(3);
        String signs = "ab./\\ \u202e\u0308😀\0\n-_ä\u200d\ufe0f";
        for (int round = 0; round < 2_000; round++) {
            var given = new StringBuilder();
            for (int sign = random.nextInt(200); sign > 0; sign--) {
                given.append(signs.charAt(random.nextInt(signs.length())));
            }
            String name = AttachmentName.of(given.toString(), PDF).value();
            assertThat(name).endsWith(".pdf").hasSizeBetween(5, 120).doesNotContain("/", "\\");
            assertThat(AttachmentName.of(name, PDF).value()).isEqualTo(name);
        }
    }
}

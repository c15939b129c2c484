package org.rotfaden.attachments;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rotfaden.attachments.SampleFile.bytes;
import static org.rotfaden.attachments.SampleFile.contentOf;
import static org.rotfaden.attachments.SampleFile.joined;
import static org.rotfaden.attachments.SampleFile.kept;
import static org.rotfaden.attachments.SampleFile.openDocument;
import static org.rotfaden.attachments.SampleFile.picture;
import static org.rotfaden.attachments.SampleFile.webp;
import static org.rotfaden.attachments.SampleFile.webpPixel;
import static org.rotfaden.attachments.SampleFile.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A file is what is in it, whatever somebody says of it.
class KindsTests {

    @Test
    void a_picture_is_known_by_its_beginning() {
        assertThat(contentOf(picture("jpeg", 4, 4)).kind()).isEqualTo(AttachmentKind.JPEG);
        assertThat(contentOf(picture("png", 4, 4)).kind()).isEqualTo(AttachmentKind.PNG);
        assertThat(contentOf(picture("gif", 4, 4)).kind()).isEqualTo(AttachmentKind.GIF);
        assertThat(contentOf(webp(webpPixel())).kind()).isEqualTo(AttachmentKind.WEBP);
    }

    @Test
    void a_pdf_is_kept_as_it_is() {
        byte[] pdf = bytes("%PDF-1.7\n%\u00e4\u00f6\0\1 Author");
        assertThat(contentOf(pdf).kind()).isEqualTo(AttachmentKind.PDF);
        assertThat(contentOf(pdf).extent()).isNull();
        assertThat(kept(pdf)).isEqualTo(pdf);
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.oasis.opendocument.text,ODT",
        "application/vnd.oasis.opendocument.spreadsheet,ODS",
        "application/vnd.oasis.opendocument.presentation,ODP",
        "application/epub+zip,ZIP"
    })
    void an_open_document_says_first_what_it_is(String type, AttachmentKind kind) {
        assertThat(contentOf(openDocument(type)).kind()).isEqualTo(kind);
        assertThat(contentOf(openDocument(type)).mediaType()).isEqualTo(kind.mediaType());
    }

    @ParameterizedTest
    @CsvSource({
        "[Content_Types].xml word/document.xml,DOCX",
        "_rels/.rels word/media/bild.png [Content_Types].xml,DOCX",
        "[Content_Types].xml xl/workbook.xml,XLSX",
        "[Content_Types].xml ppt/presentation.xml,PPTX",
        "[Content_Types].xml,ZIP",
        "word/document.xml,ZIP",
        "Antrag.txt word.txt,ZIP"
    })
    void an_office_file_is_known_by_the_names_in_it(String names, AttachmentKind kind) {
        byte[] file = zip(names.split(" ", -1));
        assertThat(contentOf(file).kind()).isEqualTo(kind);
        assertThat(kept(file)).isEqualTo(file);
    }

    @Test
    void an_office_file_with_a_program_in_it_is_refused() {
        assertThatThrownBy(() ->
                        contentOf(
                                zip(
                                        "[Content_Types].xml",
                                        "word/document.xml",
                                        "word/vbaProject.bin")))
                .hasMessage("KIND_NOT_TAKEN");
    }

    /// It is never unpacked: what it says of its size is nobody's business.
    @Test
    void a_bomb_stays_an_archive_of_its_own_size() {
        byte[] bomb = zip("[Content_Types].xml", "word/document.xml");
        var numbers = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bomb.length - 4; at++) {
            if (numbers.getInt(at) == 0x02014b50) {
                numbers.putInt(at + 24, 0xfffffffe);
            }
        }
        assertThat(contentOf(bomb).size()).isEqualTo(bomb.length);
        assertThat(contentOf(bomb).kind()).isEqualTo(AttachmentKind.DOCX);
    }

    @Test
    void an_archive_without_its_directory_is_refused() {
        byte[] whole = zip("Antrag.txt", "Satzung.txt");
        for (int length = 4; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> contentOf(cut)).hasMessage("UNREADABLE_FILE");
        }
        byte[] lies = whole.clone();
        ByteBuffer.wrap(lies).order(ByteOrder.LITTLE_ENDIAN).putShort(lies.length - 12, (short) -1);
        assertThatThrownBy(() -> contentOf(lies)).hasMessage("UNREADABLE_FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Liebe Genoss:innen,\r\n\tbis morgen – 😀\f",
                "# Antrag\n\n<b>Text</b>",
                "a;b\n1 < 2;3",
                "<https://example.org> ist die Adresse",
                "<anna@example.org>",
                "<3"
            })
    void words_are_text(String words) {
        assertThat(contentOf(bytes(words)).mediaType()).isEqualTo("text/plain;charset=utf-8");
        assertThat(contentOf(joined(bytes("\ufeff"), bytes(words))).kind())
                .isEqualTo(AttachmentKind.TEXT);
    }

    @Test
    void words_in_older_characters_are_text_too() {
        byte[] old = "Anträge für „Köln“ kosten 3 €".getBytes(Charset.forName("windows-1252"));
        assertThat(contentOf(old).mediaType()).isEqualTo("text/plain;charset=windows-1252");
        assertThat(kept(old)).isEqualTo(old);
    }

    @Test
    void long_words_are_read_to_the_end() {
        byte[] words = bytes("ä".repeat(100_000));
        assertThat(contentOf(words).kind()).isEqualTo(AttachmentKind.TEXT);
        assertThatThrownBy(() -> contentOf(joined(words, new byte[] {0})))
                .hasMessage("KIND_NOT_TAKEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<?xml version='1.0'?><svg/>",
                "<!DOCTYPE html><title>x</title>",
                "\ufeff \r\n\t<HTML>",
                "<!-- x --><script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<script>",
                "<a/onclick=x>",
                "</p>",
                "<b>",
                "<x-y:z >",
                "<svg",
                "#!/bin/sh\nrm -rf /"
            })
    void what_could_run_is_refused(String words) {
        assertThatThrownBy(() -> contentOf(bytes(words))).hasMessage("KIND_NOT_TAKEN");
        byte[] later = bytes(" ".repeat(100_000) + words.replace("\ufeff", ""));
        if (!words.startsWith("#")) {
            assertThatThrownBy(() -> contentOf(later)).hasMessage("KIND_NOT_TAKEN");
        }
    }

    @Test
    void what_nobody_knows_is_refused() {
        for (byte[] file :
                new byte[][] {
                    bytes("MZ\0\0"),
                    bytes("\177ELF\1\1"),
                    {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1},
                    bytes("{\\rtf1\1"),
                    "Antrag".getBytes(UTF_16LE),
                    {(byte) 0x81, 'x'},
                    {'x', 0x1b, '['},
                    {'x', (byte) 0xc2, (byte) 0x85, 0x7f}
                }) {
            assertThatThrownBy(() -> contentOf(file)).hasMessage("KIND_NOT_TAKEN");
        }
    }

    @Test
    void nothing_is_no_file() {
        assertThatThrownBy(() -> contentOf(new byte[0])).hasMessage("EMPTY_FILE");
    }
}

package org.rotfaden.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rotfaden.attachments.SampleFile.SECRET;
import static org.rotfaden.attachments.SampleFile.bytes;
import static org.rotfaden.attachments.SampleFile.chunk;
import static org.rotfaden.attachments.SampleFile.contentOf;
import static org.rotfaden.attachments.SampleFile.exif;
import static org.rotfaden.attachments.SampleFile.joined;
import static org.rotfaden.attachments.SampleFile.kept;
import static org.rotfaden.attachments.SampleFile.photo;
import static org.rotfaden.attachments.SampleFile.picture;
import static org.rotfaden.attachments.SampleFile.pngClaiming;
import static org.rotfaden.attachments.SampleFile.riff;
import static org.rotfaden.attachments.SampleFile.segment;
import static org.rotfaden.attachments.SampleFile.shown;
import static org.rotfaden.attachments.SampleFile.text;
import static org.rotfaden.attachments.SampleFile.webp;
import static org.rotfaden.attachments.SampleFile.webpCanvas;
import static org.rotfaden.attachments.SampleFile.webpPixel;
import static org.rotfaden.attachments.SampleFile.with;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.security.BrokenRule;

/// A picture shows what it shows, and tells nothing else.
class PicturesTests {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 8})
    void a_photo_forgets_where_it_was_taken_and_not_which_side_is_up(int orientation) {
        byte[] kept = kept(photo(orientation));
        assertThat(text(kept))
                .doesNotContain(SECRET, "adobe", "Photoshop", "MPF")
                .contains("JFIF", "ICC_PROFILE\0\1\1colours");
        assertThat(text(kept))
                .contains("Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0" + (char) orientation);
        assertIsShown(kept, 40, 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 6000})
    void what_is_upright_says_nothing_of_it(int orientation) {
        byte[] kept = kept(photo(orientation));
        assertThat(text(kept)).doesNotContain("Exif");
        assertIsShown(kept, 40, 20);
    }

    @Test
    void a_block_of_a_camera_that_cannot_be_read_goes_whole() {
        byte[] jpeg = picture("jpeg", 40, 20);
        for (byte[] block :
                List.of(
                        bytes("Exif\0\0"),
                        bytes("Exif\0\0II*\0"),
                        bytes("Exif\0\0MM\0*\177\177\177\177"),
                        bytes("Exif\0\0XX" + SECRET),
                        Arrays.copyOf(exif(6), 20))) {
            byte[] kept = kept(with(jpeg, 20, segment(0xe1, block)));
            assertThat(kept).isEqualTo(jpeg);
        }
    }

    @Test
    void the_small_picture_in_a_photo_goes() {
        byte[] jpeg = picture("jpeg", 40, 20);
        byte[] thumbnail = bytes("JFIF\0\1\2\0\0\1\0\1\1\1rgb");
        byte[] other = with(jpeg, 20, segment(0xe0, bytes("JFXX\0\20" + SECRET)));
        byte[] small =
                joined(
                        Arrays.copyOf(jpeg, 2),
                        segment(0xe0, thumbnail),
                        Arrays.copyOfRange(jpeg, 20, jpeg.length));
        assertThat(kept(other)).isEqualTo(jpeg);
        assertThat(text(kept(small))).contains("JFIF\0\1\2\0\0\1\0\1\0\0").doesNotContain("rgb");
        assertIsShown(kept(small), 40, 20);
    }

    @Test
    void a_photo_that_comes_in_several_scans_is_kept_whole() throws Exception {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new java.io.ByteArrayOutputStream();
        ImageWriteParam progressive = writer.getDefaultWriteParam();
        progressive.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            var image = shown(picture("png", 64, 64));
            assertThat(ImageTypeSpecifier.createFromRenderedImage(image)).isNotNull();
            writer.write(null, new javax.imageio.IIOImage(image, null, null), progressive);
        }
        writer.dispose();
        byte[] jpeg = bytes.toByteArray();
        assertThat(text(jpeg).split("\u00ff\u00da", -1)).hasSizeGreaterThan(3);
        assertThat(kept(jpeg)).isEqualTo(jpeg);
    }

    @Test
    void a_png_keeps_no_words() {
        byte[] png = picture("png", 40, 20);
        byte[] written =
                joined(
                        with(
                                png,
                                33,
                                chunk("gAMA", new byte[] {0, 0, (byte) 0xb1, (byte) 0x8f}),
                                chunk("tEXt", bytes("Author\0" + SECRET)),
                                chunk("zTXt", bytes(SECRET)),
                                chunk("iTXt", bytes(SECRET)),
                                chunk("eXIf", exif(6)),
                                chunk("tIME", new byte[7]),
                                chunk("prVt", bytes(SECRET))),
                        bytes(SECRET));
        byte[] kept = kept(written);
        assertThat(text(kept))
                .contains("gAMA")
                .doesNotContain(SECRET, "tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt");
        assertIsShown(kept, 40, 20);
    }

    @Test
    void a_gif_keeps_how_often_it_moves_and_no_comment() {
        byte[] gif = picture("gif", 40, 20);
        int colours = 13 + 3 * (2 << (gif[10] & 7));
        byte[] loop =
                joined(bytes("!"), new byte[] {(byte) 0xff, 11}, bytes("NETSCAPE2.0\3\1\0\0\0"));
        byte[] comment = joined(bytes("!"), new byte[] {(byte) 0xfe, 25}, bytes(SECRET + "\0"));
        byte[] xmp =
                joined(
                        bytes("!"),
                        new byte[] {(byte) 0xff, 11},
                        bytes("XMP DataXMP\31" + SECRET + "\0"));
        byte[] kept = kept(joined(with(gif, colours, loop, comment, xmp), bytes(SECRET)));
        assertThat(text(kept)).contains("NETSCAPE2.0").doesNotContain(SECRET, "XMP");
        assertIsShown(kept, 40, 20);
        assertThat(kept).isEqualTo(with(gif, colours, loop));
    }

    @Test
    void a_webp_keeps_neither_a_place_nor_the_word_that_there_is_one() {
        byte[] picture = webpPixel();
        byte[] written =
                joined(
                        webp(
                                webpCanvas(0x2c),
                                riff("ICCP", bytes("colours")),
                                picture,
                                riff("EXIF", exif(6)),
                                riff("XMP ", bytes(SECRET)),
                                riff("ABCD", bytes(SECRET))),
                        bytes(SECRET));
        assertThat(kept(written))
                .isEqualTo(webp(webpCanvas(0x20), riff("ICCP", bytes("colours")), picture));
        assertThat(contentOf(written).extent()).isEqualTo(new Attachment.Extent(1, 1));
        byte[] moving =
                webp(
                        webpCanvas(0x02),
                        riff("ANIM", new byte[6]),
                        riff("ANMF", joined(new byte[16], picture)));
        assertThat(kept(moving)).isEqualTo(moving);
        byte[] tells =
                webp(
                        webpCanvas(0x02),
                        riff("ANMF", joined(new byte[16], picture, riff("EXIF", bytes(SECRET)))));
        assertThatThrownBy(() -> contentOf(tells)).hasMessage("UNREADABLE_FILE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void how_large_it_is_stands_in_the_picture(String format) {
        assertThat(contentOf(picture(format, 123, 45)).extent())
                .isEqualTo(new Attachment.Extent(123, 45));
    }

    @Test
    void a_picture_that_takes_too_much_memory_is_refused() {
        assertThat(contentOf(pngClaiming(10_000, 5_000)).extent()).isNotNull();
        assertThatThrownBy(() -> contentOf(pngClaiming(10_000, 5_001)))
                .hasMessage("PICTURE_TOO_LARGE");
        byte[] gif = picture("gif", 4, 4);
        int frame = text(gif).indexOf(',');
        Arrays.fill(gif, frame + 5, frame + 9, (byte) 0x7f);
        assertThatThrownBy(() -> contentOf(gif)).hasMessage("PICTURE_TOO_LARGE");
    }

    @ParameterizedTest
    @CsvSource({"0,10", "10,0", "-1,-1", "2147483647,2147483647"})
    void a_picture_of_no_size_or_of_any_is_refused(int width, int height) {
        assertThatThrownBy(() -> contentOf(pngClaiming(width, height)))
                .isInstanceOf(BrokenRule.class);
    }

    /// However much is missing.
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "webp"})
    void a_picture_that_breaks_off_is_refused(String format) {
        byte[] whole = format.equals("webp") ? webp(webpPixel()) : picture(format, 40, 20);
        for (int length = 12; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> contentOf(cut)).hasMessage("UNREADABLE_FILE");
        }
        assertThat(kept(whole)).isEqualTo(whole);
    }

    @Test
    void a_picture_that_is_cut_into_very_many_parts_is_refused() {
        byte[] gone = chunk("tEXt", bytes("x"));
        byte[] stays = chunk("pHYs", new byte[9]);
        byte[][] many = new byte[20_010][];
        for (int each = 0; each < many.length; each++) {
            many[each] = each % 2 == 0 ? gone : stays;
        }
        assertThatThrownBy(() -> contentOf(with(picture("png", 4, 4), 33, many)))
                .hasMessage("UNREADABLE_FILE");
    }

    @Test
    void whatever_is_changed_it_is_refused_or_in_order() {
        var random = new Random(11);
        List<byte[]> files =
                List.of(
                        photo(6),
                        picture("png", 32, 32),
                        picture("gif", 32, 32),
                        webp(webpCanvas(0x2c), webpPixel(), riff("EXIF", exif(6))));
        for (byte[] file : files) {
            for (int round = 0; round < 1_000; round++) {
                byte[] changed = file.clone();
                for (int change = 0; change < 4; change++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                try {
                    byte[] kept = kept(changed);
                    assertThat(kept(kept)).isEqualTo(kept);
                } catch (BrokenRule refused) {
                    assertThat(refused.code())
                            .isIn("UNREADABLE_FILE", "PICTURE_TOO_LARGE", "KIND_NOT_TAKEN");
                }
            }
        }
    }

    private static void assertIsShown(byte[] picture, int width, int height) {
        var shown = shown(picture);
        assertThat(shown.getWidth()).isEqualTo(width);
        assertThat(shown.getHeight()).isEqualTo(height);
        assertThat(new Color(shown.getRGB(5, 5)).getRed()).isBetween(170, 190);
    }
}

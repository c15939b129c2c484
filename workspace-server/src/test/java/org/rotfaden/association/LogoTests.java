package org.rotfaden.association;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rotfaden.security.BrokenRule;

/// A logo is what a picture shows, and nothing else.
class LogoTests {

    private static final String HIDDEN = "<script>alert(1)</script>";

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void nothing_that_stood_behind_or_inside_a_picture_is_kept(String format) throws IOException {
        byte[] picture = picture(format, 40, 20);
        Logo behind = Logo.of("image/" + format, with(picture, picture.length));
        assertThat(text(behind)).doesNotContain("script");
        if (format.equals("jpeg")) {
            Logo inside = Logo.of("image/jpeg", commented(picture));
            assertThat(text(inside)).doesNotContain("script");
        }
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(behind.bytes()));
        assertThat(shown.getWidth()).isEqualTo(40);
        assertThat(new Color(shown.getRGB(5, 5)).getRed()).isBetween(170, 190);
    }

    /// Width and height as the beginning of the file says them; there are no such pixels.
    @ParameterizedTest
    @CsvSource({"2147483647,2147483647", "-1,-1", "0,10", "2001,2000", "4000001,1"})
    void how_large_a_picture_says_it_is_counts_before_it_is_painted(int width, int height)
            throws IOException {
        byte[] claims = picture("png", 4, 4);
        ByteBuffer.wrap(claims)
                .putInt(16, width)
                .putInt(20, height)
                .putInt(29, crc(claims, width, height));
        assertThatThrownBy(() -> Logo.of("image/png", claims)).hasMessage("INVALID_LOGO");
    }

    @ParameterizedTest
    @CsvSource({"1024,256,512,128", "300,1200,128,512", "2000,1,512,1", "16,16,16,16"})
    void a_large_picture_gets_as_small_as_it_is_shown(int width, int height, int wide, int high)
            throws IOException {
        BufferedImage shown =
                ImageIO.read(
                        new ByteArrayInputStream(
                                Logo.of("image/png", picture("png", width, height)).bytes()));
        assertThat(shown.getWidth()).isEqualTo(wide);
        assertThat(shown.getHeight()).isEqualTo(high);
    }

    @Test
    void a_picture_that_is_larger_when_it_is_painted_anew_is_made_smaller() throws IOException {
        var noise = new BufferedImage(512, 512, BufferedImage.TYPE_BYTE_INDEXED);
        var random = new Random(1);
        for (int at = 0; at < 512 * 512; at++) {
            noise.setRGB(at % 512, at / 512, random.nextInt(4) * 0x404040);
        }
        byte[] file = encoded("png", noise);
        assertThat(file.length).isLessThan(Logo.LARGEST);
        assertThat(Logo.of("image/png", file).bytes().length).isLessThanOrEqualTo(Logo.LARGEST);
    }

    @Test
    void what_is_no_picture_is_refused() throws IOException {
        byte[] png = picture("png", 4, 4);
        byte[] cut = Arrays.copyOf(png, png.length / 2);
        byte[] large = Arrays.copyOf(png, Logo.LARGEST + 1);
        assertThatThrownBy(() -> Logo.of("image/svg+xml", "<svg/>".getBytes(UTF_8)))
                .hasMessage("INVALID_LOGO");
        for (byte[] file : new byte[][] {new byte[0], cut, large, HIDDEN.getBytes(UTF_8)}) {
            assertThatThrownBy(() -> Logo.of("image/png", file)).hasMessage("INVALID_LOGO");
        }
        assertThatThrownBy(() -> Logo.of("image/jpeg", png)).hasMessage("INVALID_LOGO");
        assertThatThrownBy(() -> Logo.of("image/webp", png)).hasMessage("INVALID_LOGO");
    }

    @Test
    void a_file_with_any_bytes_changed_is_a_picture_or_refused() throws IOException {
        var random = new Random(7);
        for (String format : new String[] {"png", "jpeg"}) {
            byte[] picture = picture(format, 32, 32);
            for (int round = 0; round < 500; round++) {
                byte[] changed = picture.clone();
                for (int change = 0; change < 4; change++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(Logo.of("image/" + format, changed).bytes()).isNotEmpty();
                } catch (BrokenRule refused) {
                    assertThat(refused.code()).isEqualTo("INVALID_LOGO");
                }
            }
        }
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(180, 20, 40));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return encoded(format, picture);
    }

    private static byte[] encoded(String format, BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] with(byte[] picture, int at) {
        byte[] words = HIDDEN.getBytes(UTF_8);
        return ByteBuffer.allocate(picture.length + words.length)
                .put(picture, 0, at)
                .put(words)
                .put(picture, at, picture.length - at)
                .array();
    }

    /// The words as a comment right at the beginning of a JPEG file.
    private static byte[] commented(byte[] jpeg) {
        byte[] withWords = with(jpeg, 2);
        byte[] mark = {(byte) 0xff, (byte) 0xfe, 0, (byte) (HIDDEN.length() + 2)};
        return ByteBuffer.allocate(withWords.length + mark.length)
                .put(withWords, 0, 2)
                .put(mark)
                .put(withWords, 2, withWords.length - 2)
                .array();
    }

    private static int crc(byte[] png, int width, int height) {
        var crc = new CRC32();
        crc.update(Arrays.copyOfRange(png, 12, 16));
        crc.update(ByteBuffer.allocate(8).putInt(width).putInt(height).array());
        crc.update(Arrays.copyOfRange(png, 24, 29));
        return (int) crc.getValue();
    }

    private static String text(Logo logo) {
        return new String(logo.bytes(), ISO_8859_1);
    }
}

package org.rotfaden.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.rotfaden.attachments.pictures.Bytes;

/// Small files of all kinds, good and bad, and what is kept of them.
public final class SampleFile {

    /// What nobody wants to tell with a picture.
    public static final String SECRET = "Zuhause 52.5200N 13.4050E";

    private static final byte[] LOSSLESS_WEBP =
            Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    private SampleFile() {}

    static Content contentOf(byte[] file) {
        return read(file, (content, _) -> content);
    }

    /// What is kept of a file.
    static byte[] kept(byte[] file) {
        return read(
                file,
                (content, bytes) -> {
                    var kept = new ByteArrayOutputStream();
                    content.read(bytes, 1_000, kept::writeBytes);
                    assertThat(kept.size()).isEqualTo((int) content.size());
                    return kept.toByteArray();
                });
    }

    private interface Reading<T> {

        T of(Content content, Bytes bytes) throws IOException;
    }

    private static <T> T read(byte[] file, Reading<T> reading) {
        try {
            Path path = Files.createTempFile("sample", ".file");
            Files.write(path, file);
            try (var channel = FileChannel.open(path, READ, DELETE_ON_CLOSE)) {
                var bytes = new Bytes(channel);
                return reading.of(Content.of(bytes), bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static BufferedImage shown(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static String text(byte[] file) {
        return new String(file, ISO_8859_1);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    public static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /// A red picture.
    public static byte[] picture(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(new Color(180, 20, 40));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /// Something put into a file.
    static byte[] with(byte[] file, int at, byte[]... inserted) {
        byte[] middle = joined(inserted);
        return ByteBuffer.allocate(file.length + middle.length)
                .put(file, 0, at)
                .put(middle)
                .put(file, at, file.length - at)
                .array();
    }

    /// A segment of a JPEG file.
    static byte[] segment(int kind, byte[]... content) {
        byte[] all = joined(content);
        return ByteBuffer.allocate(4 + all.length)
                .put((byte) 0xff)
                .put((byte) kind)
                .putShort((short) (all.length + 2))
                .put(all)
                .array();
    }

    /// What a camera says: which side is up, and where it was.
    public static byte[] exif(int orientation) {
        byte[] place = bytes(SECRET);
        return ByteBuffer.allocate(64 + place.length)
                .put(bytes("Exif\0\0MM\0*"))
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x10e) // a description
                .putShort((short) 2)
                .putInt(place.length)
                .putInt(38)
                .putShort((short) 0x112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(place)
                .array();
    }

    /// A JPEG picture as a camera makes it and programs treat it.
    public static byte[] photo(int orientation) {
        byte[] jpeg = picture("jpeg", 40, 20);
        return joined(
                with(
                        jpeg,
                        20,
                        segment(0xe1, exif(orientation)),
                        segment(0xe1, bytes("http://ns.adobe.com/xap/1.0/\0" + SECRET)),
                        segment(0xed, bytes("Photoshop 3.0\0" + SECRET)),
                        segment(0xe2, bytes("MPF\0" + SECRET)),
                        segment(0xe2, bytes("ICC_PROFILE\0\1\1colours")),
                        segment(0xfe, bytes(SECRET))),
                bytes(SECRET));
    }

    /// A chunk of a PNG file.
    static byte[] chunk(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(bytes(name));
        crc.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(bytes(name))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    /// The header of a PNG file that says how large it is, and the rest of a small one.
    static byte[] pngClaiming(int width, int height) {
        byte[] png = picture("png", 4, 4);
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        return png;
    }

    /// A chunk of a WebP file.
    static byte[] riff(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1))
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .put(bytes(name))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /// A WebP picture of one pixel with more around it.
    static byte[] webp(byte[]... chunks) {
        return riff("RIFF", joined(bytes("WEBP"), joined(chunks)));
    }

    static byte[] webpPixel() {
        return java.util.Arrays.copyOfRange(LOSSLESS_WEBP, 12, LOSSLESS_WEBP.length);
    }

    /// Says that a WebP file has more, and how large it is.
    static byte[] webpCanvas(int flags) {
        return riff("VP8X", new byte[] {(byte) flags, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    }

    /// An archive of small files.
    public static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes(name));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /// An archive with its type in front, not pressed.
    static byte[] openDocument(String type) {
        byte[] content = bytes(type);
        var crc = new CRC32();
        crc.update(content);
        var first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(content.length);
        first.setCrc(crc.getValue());
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(first);
            zip.write(content);
            zip.putNextEntry(new ZipEntry("content.xml"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}

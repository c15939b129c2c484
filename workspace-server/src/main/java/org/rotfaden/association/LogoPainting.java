package org.rotfaden.association;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Paints pictures anew, small enough for where they are shown. One at a time, so that the memory
/// it takes is bounded; how large a picture is, its beginning says before any of it is painted.
final class LogoPainting {

    private static final long MOST_PIXELS = 4_000_000;
    private static final int LONGEST_SIDE = 512;
    private static final Lock ONE_AT_A_TIME = new ReentrantLock();

    private LogoPainting() {}

    /// @throws org.rotfaden.security.BrokenRule INVALID_LOGO when the file is no such picture, or
    ///   too large a one
    static byte[] of(String mediaType, byte[] file) {
        ONE_AT_A_TIME.lock();
        try {
            BufferedImage picture = read(mediaType, file);
            int side = Math.min(LONGEST_SIDE, Math.max(picture.getWidth(), picture.getHeight()));
            byte[] painted = write(mediaType, scaled(mediaType, picture, side));
            while (painted.length > Logo.LARGEST) {
                side /= 2;
                painted = write(mediaType, scaled(mediaType, picture, side));
            }
            return painted;
        } catch (IOException | RuntimeException unreadable) {
            throw AssociationObjection.INVALID_LOGO.raised();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static BufferedImage read(String mediaType, byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(mediaType).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw AssociationObjection.INVALID_LOGO.raised();
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(String mediaType, BufferedImage picture, int side) {
        int longest = Math.max(picture.getWidth(), picture.getHeight());
        int width = Math.max(1, picture.getWidth() * side / longest);
        int height = Math.max(1, picture.getHeight() * side / longest);
        int colours =
                mediaType.equals("image/png")
                        ? BufferedImage.TYPE_INT_ARGB
                        : BufferedImage.TYPE_INT_RGB;
        var canvas = new BufferedImage(width, height, colours);
        var pen = canvas.createGraphics();
        pen.drawImage(
                picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return canvas;
    }

    private static byte[] write(String mediaType, BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(mediaType).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(new IIOImage(picture, null, null));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

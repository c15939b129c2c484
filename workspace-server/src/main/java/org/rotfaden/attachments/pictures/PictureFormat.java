package org.rotfaden.attachments.pictures;

import java.io.IOException;
import java.util.Optional;

/// The formats of pictures that are taken.
public enum PictureFormat {
    JPEG("\u00ff\u00d8\u00ff", 0),
    PNG("\u0089PNG\r\n\u001a\n", 0),
    GIF("GIF8", 0),
    WEBP("WEBP", 8);

    private final String mark;
    private final int place;

    PictureFormat(String mark, int place) {
        this.mark = mark;
        this.place = place;
    }

    /// The format of a file, if it begins as a picture.
    public static Optional<PictureFormat> of(Bytes file) throws IOException {
        for (PictureFormat format : values()) {
            if (file.has(format.mark, format.place)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// The picture in a file, and what of the file shows it.
    ///
    /// @throws Unreadable when it is not built as such a picture
    public Picture read(Bytes file) throws IOException {
        return switch (this) {
            case JPEG -> new Jpeg(file).read();
            case PNG -> new Png(file).read();
            case GIF -> new Gif(file).read();
            case WEBP -> new WebP(file).read();
        };
    }
}

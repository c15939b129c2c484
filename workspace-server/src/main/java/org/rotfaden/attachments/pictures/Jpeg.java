package org.rotfaden.attachments.pictures;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A JPEG picture (ITU T.81). Of what programs put beside it are kept what colours need (JFIF, ICC
/// profile, Adobe's mark) and which side is up.
final class Jpeg {

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int APP = 0xe0;
    private static final int FIRST_TABLE = 0xc4; // the frames' markers have tables between them
    private static final int EXTENSION = 0xc8;
    private static final int ARITHMETIC = 0xcc;

    private static final int JFIF_LENGTH = 16;

    private final Bytes file;
    private final Parts parts = new Parts();
    private @Nullable Extent extent;
    private boolean hasScan;
    private boolean isTurned;

    Jpeg(Bytes file) {
        this.file = file;
    }

    Picture read() throws IOException {
        long at = 2;
        parts.keep(0, at);
        while (true) {
            long marker = marker(at);
            int kind = file.at(marker + 1);
            if (kind == END) {
                parts.keep(marker, 2);
                return finished();
            }
            at = segment(marker, kind);
        }
    }

    /// Any number of 0xff may stand before a marker.
    private long marker(long at) throws IOException {
        long place = at;
        if (file.at(place) != 0xff) {
            throw new Unreadable("No marker");
        }
        while (file.at(place + 1) == 0xff) {
            place++;
        }
        return place;
    }

    /// @return where what follows begins
    private long segment(long marker, int kind) throws IOException {
        int length = file.two(marker + 2);
        long end = marker + 2 + length;
        if (length < 2 || end > file.size() || kind < 0xc0 || isUnknown(kind)) {
            throw new Unreadable("No segment");
        }
        if (kind >= APP && kind < APP + 16) {
            keepApplication(marker, kind - APP, length);
        } else if (kind != COMMENT) {
            if (isFrame(kind)) {
                frame(marker);
            }
            parts.keep(marker, end - marker);
        }
        return kind == SCAN ? scan(end) : end;
    }

    private static boolean isUnknown(int kind) {
        return kind == START
                || kind == EXTENSION
                || (kind >= 0xd0 && kind <= 0xd7)
                || (kind >= 0xf0 && kind != COMMENT);
    }

    private static boolean isFrame(int kind) {
        return kind <= 0xcf && kind != FIRST_TABLE && kind != EXTENSION && kind != ARITHMETIC;
    }

    private void frame(long marker) throws IOException {
        if (extent != null) {
            throw new Unreadable("Two pictures in one");
        }
        extent = Extent.of(file.two(marker + 7), file.two(marker + 5));
    }

    private void keepApplication(long marker, int number, int length) throws IOException {
        long content = marker + 4;
        if (number == 0 && length >= JFIF_LENGTH && file.has("JFIF\0", content)) {
            keepWithoutThumbnail(marker, length);
        } else if (number == 1 && !isTurned && file.has(Orientation.MARK, content)) {
            int orientation = Orientation.in(file, content + Orientation.MARK.length(), length);
            if (orientation != Orientation.UPRIGHT) {
                isTurned = true;
                parts.write(Orientation.segment(orientation));
            }
        } else if ((number == 2 && file.has("ICC_PROFILE\0", content))
                || (number == 14 && file.has("Adobe", content))) {
            parts.keep(marker, 2L + length);
        }
    }

    /// The small picture may show what was cut off from the large one.
    private void keepWithoutThumbnail(long marker, int length) throws IOException {
        if (length == JFIF_LENGTH) {
            parts.keep(marker, 2L + length);
        } else {
            byte[] segment = file.copy(marker, 2 + JFIF_LENGTH);
            segment[2] = 0;
            segment[3] = JFIF_LENGTH;
            segment[JFIF_LENGTH] = 0;
            segment[JFIF_LENGTH + 1] = 0;
            parts.write(segment);
        }
    }

    /// What a scan holds lasts until a marker that is none of its own.
    private long scan(long from) throws IOException {
        hasScan = true;
        long at = from;
        while (file.at(at) != 0xff || isOfScan(file.at(at + 1))) {
            at++;
        }
        parts.keep(from, at - from);
        return at;
    }

    private static boolean isOfScan(int second) {
        return second == 0 || (second >= 0xd0 && second <= 0xd7);
    }

    private Picture finished() throws Unreadable {
        if (extent == null || !hasScan) {
            throw new Unreadable("Nothing to see");
        }
        return Picture.of(extent, parts);
    }
}

package org.rotfaden.attachments.pictures;

import java.io.IOException;

/// Which side of a picture is up, as cameras say it (Exif, tag 0x0112).
final class Orientation {

    static final int UPRIGHT = 1;
    static final String MARK = "Exif\0\0";

    private static final int LAST = 8;
    private static final int TAG = 0x112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Orientation() {}

    /// What a block of Exif says; upright where it cannot be read.
    ///
    /// @param begin where its TIFF header is
    /// @param length in bytes, not beyond the end of the file
    static int in(Bytes file, long begin, int length) throws IOException {
        boolean little = file.has("II*\0", begin);
        if (!little && !file.has("MM\0*", begin)) {
            return UPRIGHT;
        }
        try {
            long directory = number(file, begin + 4, 4, little);
            if (directory > length) {
                return UPRIGHT;
            }
            long entries = number(file, begin + directory, 2, little);
            for (int entry = 0; entry < entries; entry++) {
                long at = begin + directory + 2 + (long) entry * ENTRY;
                if (number(file, at, 2, little) == TAG
                        && number(file, at + 2, 2, little) == SHORT) {
                    return known(number(file, at + 8, 2, little));
                }
            }
        } catch (Unreadable broken) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static long number(Bytes file, long at, int bytes, boolean little) throws IOException {
        return little ? file.little(at, bytes) : bytes == 2 ? file.two(at) : file.four(at);
    }

    private static int known(long orientation) {
        return orientation >= UPRIGHT && orientation <= LAST ? (int) orientation : UPRIGHT;
    }

    /// A segment of a JPEG file that says this and nothing else.
    static byte[] segment(int orientation) {
        return new byte[] {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            '*',
            0,
            0,
            0,
            8, // the directory follows
            0,
            1,
            TAG >> 8,
            TAG & 0xff,
            0,
            SHORT,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0 // no further directory
        };
    }
}

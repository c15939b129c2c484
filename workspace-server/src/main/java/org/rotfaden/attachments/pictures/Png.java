package org.rotfaden.attachments.pictures;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A PNG picture (W3C, third edition), moving ones too. Chunks that change nothing of what is seen
/// go.
final class Png {

    private static final int BEGINNING = 8;
    private static final int AROUND = 12; // length, name and checksum of a chunk
    private static final int HEADER = 13;

    private static final Set<String> SHOWN =
            Set.of(
                    "PLTE", "IDAT", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV",
                    "cLLI", "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

    private final Bytes file;
    private final Parts parts = new Parts();
    private @Nullable Extent extent;
    private boolean hasData;

    Png(Bytes file) {
        this.file = file;
    }

    Picture read() throws IOException {
        parts.keep(0, BEGINNING);
        long at = BEGINNING;
        while (true) {
            long length = file.four(at);
            String name = file.signs(at + 4, 4);
            long end = at + AROUND + length;
            if (end > file.size()) {
                throw new Unreadable("It breaks off");
            }
            if (keeps(name, at, length)) {
                parts.keep(at, end - at);
            }
            if (name.equals("IEND")) {
                return finished();
            }
            at = end;
        }
    }

    private boolean keeps(String name, long at, long length) throws IOException {
        if ((extent == null) != name.equals("IHDR")) {
            throw new Unreadable("No header, or two");
        }
        switch (name) {
            case "IHDR" -> {
                if (length != HEADER) {
                    throw new Unreadable("No header");
                }
                extent = Extent.of(file.four(at + 8), file.four(at + 12));
                return true;
            }
            case "IEND" -> {
                if (length != 0) {
                    throw new Unreadable("No end");
                }
                return true;
            }
            case "IDAT" -> hasData = true;
            default -> {
                if (!SHOWN.contains(name) && Character.isUpperCase(name.charAt(0))) {
                    throw new Unreadable("It needs more than is known");
                }
            }
        }
        return SHOWN.contains(name);
    }

    private Picture finished() throws Unreadable {
        if (extent == null || !hasData) {
            throw new Unreadable("Nothing to see");
        }
        return Picture.of(extent, parts);
    }
}

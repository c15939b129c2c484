package org.rotfaden.attachments;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.attachments.pictures.Bytes;
import org.rotfaden.attachments.pictures.Part;
import org.rotfaden.attachments.pictures.Picture;
import org.rotfaden.attachments.pictures.PictureFormat;
import org.rotfaden.attachments.pictures.Unreadable;

/// What a file turned out to be, and which parts of it are kept.
record Content(
        AttachmentKind kind,
        String mediaType,
        Attachment.@Nullable Extent extent,
        List<Part> parts) {

    /// What is shown takes memory in each browser.
    static final long MOST_PIXELS = 50_000_000;

    /// Takes pieces in order.
    interface Sink {

        void take(byte[] piece);
    }

    Content {
        parts = List.copyOf(parts);
    }

    /// Finds out what a file is.
    ///
    /// @throws org.rotfaden.security.BrokenRule when it is nothing that is taken
    static Content of(Bytes file) throws IOException {
        if (file.size() == 0) {
            throw AttachmentObjection.EMPTY_FILE.raised();
        }
        try {
            Optional<PictureFormat> format = PictureFormat.of(file);
            return format.isPresent()
                    ? picture(AttachmentKind.of(format.get()), format.get().read(file))
                    : document(file);
        } catch (Unreadable broken) {
            throw AttachmentObjection.UNREADABLE_FILE.raised();
        }
    }

    private static Content picture(AttachmentKind kind, Picture picture) {
        if (picture.pixels() > MOST_PIXELS) {
            throw AttachmentObjection.PICTURE_TOO_LARGE.raised(MOST_PIXELS / 1_000_000);
        }
        var extent = new Attachment.Extent(picture.width(), picture.height());
        return new Content(kind, kind.mediaType(), extent, picture.parts());
    }

    private static Content document(Bytes file) throws IOException {
        if (file.has("%PDF-", 0)) {
            return whole(AttachmentKind.PDF, "", file);
        }
        if (Archive.is(file)) {
            return whole(Archive.kindOf(file), "", file);
        }
        String characters =
                PlainText.charactersOf(file)
                        .orElseThrow(AttachmentObjection.KIND_NOT_TAKEN::raised)
                        .name()
                        .toLowerCase(Locale.ROOT);
        return whole(AttachmentKind.TEXT, ";charset=" + characters, file);
    }

    private static Content whole(AttachmentKind kind, String more, Bytes file) {
        return new Content(
                kind, kind.mediaType() + more, null, List.of(new Part.Kept(0, file.size())));
    }

    long size() {
        return parts.stream().mapToLong(Part::length).sum();
    }

    /// All that is kept, in pieces of the same size but for the last one.
    void read(Bytes file, int size, Sink sink) throws IOException {
        var pieces = new Pieces(size, sink);
        for (Part part : parts) {
            switch (part) {
                case Part.Kept kept -> pieces.add(file, kept.from(), kept.length());
                case Part.Written written -> pieces.add(written.bytes());
            }
        }
        pieces.end();
    }
}

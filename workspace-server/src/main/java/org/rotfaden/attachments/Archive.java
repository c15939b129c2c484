package org.rotfaden.attachments;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.rotfaden.attachments.pictures.Bytes;

/// Many files in one (ZIP): an archive, or a document of an office program. Only the names in its
/// directory are read; what is pressed in it stays so.
final class Archive {

    private static final String BEGINNING = "PK\u0003\u0004";
    private static final String ENTRY = "PK\u0001\u0002";
    private static final String END = "PK\u0005\u0006";
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENTRY_LENGTH = 46;
    private static final int LONGEST_NAME = 200; // what is longer says nothing here
    private static final String TYPE_FIRST = "mimetype";
    private static final int LONGEST_TYPE = 100;

    private final Bytes file;
    private boolean hasTypes;
    private boolean hasProgram;
    private AttachmentKind office = AttachmentKind.ZIP;

    private Archive(Bytes file) {
        this.file = file;
    }

    static boolean is(Bytes file) throws IOException {
        return file.has(BEGINNING, 0);
    }

    /// What kind of archive it is.
    ///
    /// @throws org.rotfaden.security.BrokenRule UNREADABLE_FILE when its directory is not there,
    ///   KIND_NOT_TAKEN when it is a document with a program in it
    static AttachmentKind kindOf(Bytes file) throws IOException {
        var archive = new Archive(file);
        archive.readDirectory();
        if (archive.hasProgram) {
            throw AttachmentObjection.KIND_NOT_TAKEN.raised();
        }
        String type = archive.typeInFront();
        return Stream.of(AttachmentKind.ODT, AttachmentKind.ODS, AttachmentKind.ODP)
                .filter(kind -> kind.mediaType().equals(type))
                .findFirst()
                .orElse(archive.hasTypes ? archive.office : AttachmentKind.ZIP);
    }

    private void readDirectory() throws IOException {
        long end = end();
        long at = file.little(end + 16, 4);
        for (long entries = file.little(end + 10, 2); entries > 0; entries--) {
            if (at + ENTRY_LENGTH > end || !file.has(ENTRY, at)) {
                throw AttachmentObjection.UNREADABLE_FILE.raised();
            }
            int name = (int) file.little(at + 28, 2);
            note(file.signs(at + ENTRY_LENGTH, Math.min(name, LONGEST_NAME)));
            at += ENTRY_LENGTH + name + file.little(at + 30, 2) + file.little(at + 32, 2);
        }
    }

    /// Where the last record is, behind which there is nothing but a comment.
    private long end() throws IOException {
        long last = file.size() - END_LENGTH;
        for (long at = Math.max(0, last - LONGEST_COMMENT); at <= last; at++) {
            if (file.at(at) == 'P'
                    && file.has(END, at)
                    && at + END_LENGTH + file.little(at + 20, 2) == file.size()) {
                return at;
            }
        }
        throw AttachmentObjection.UNREADABLE_FILE.raised();
    }

    private void note(String name) {
        if (name.equals("[Content_Types].xml")) {
            hasTypes = true;
        } else if (name.startsWith("word/")) {
            office = AttachmentKind.DOCX;
        } else if (name.startsWith("xl/")) {
            office = AttachmentKind.XLSX;
        } else if (name.startsWith("ppt/")) {
            office = AttachmentKind.PPTX;
        }
        hasProgram |= name.toLowerCase(Locale.ROOT).endsWith("/vbaproject.bin");
    }

    /// What an OpenDocument file says first, not pressed.
    private String typeInFront() throws IOException {
        boolean isFirst =
                file.little(8, 2) == 0
                        && file.little(26, 2) == TYPE_FIRST.length()
                        && file.has(TYPE_FIRST, 30);
        long length = file.little(22, 4);
        long begin = 30 + TYPE_FIRST.length() + file.little(28, 2);
        return isFirst && length <= LONGEST_TYPE && begin + length <= file.size()
                ? file.signs(begin, (int) length)
                : "";
    }
}

package org.rotfaden.attachments;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request about files can break.
enum AttachmentObjection implements Objection {
    /// What something holds already is taken away there.
    ATTACHMENT_IN_USE(Kind.CONFLICT),
    /// There is no such file, or none that may be read, or claimed.
    ATTACHMENT_NOT_FOUND(Kind.ABSENT),
    /// There is nothing in the file.
    EMPTY_FILE(Kind.INVALID),
    /// The association has as many files as it has room for.
    FILES_FULL(Kind.CONFLICT),
    /// The file is larger than one may be.
    FILE_TOO_LARGE(Kind.TOO_LARGE),
    /// A member has uploaded as much as one may without doing something with it.
    FILES_UNUSED(Kind.CONFLICT),
    /// Files of this kind are not taken.
    KIND_NOT_TAKEN(Kind.INVALID),
    /// A picture has more than 50 megapixels.
    PICTURE_TOO_LARGE(Kind.INVALID),
    /// A file came too slowly.
    TOO_SLOW(Kind.INVALID),
    /// Something has as many files as it can hold.
    TOO_MANY_ATTACHMENTS(Kind.CONFLICT),
    /// As many files are on their way as can be at once.
    TOO_MANY_TRANSFERS(Kind.BUSY),
    /// The file breaks off or is broken.
    UNREADABLE_FILE(Kind.INVALID);

    private final Kind kind;

    AttachmentObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

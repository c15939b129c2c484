package org.rotfaden.association;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request about the association, or about names and days anywhere, can break.
public enum AssociationObjection implements Objection {
    /// An accent colour has a contrast of at least 4.5 to 1 with paper.
    ACCENT_TOO_PALE(Kind.INVALID),
    /// There is one association in a workspace.
    ALREADY_FOUNDED(Kind.CONFLICT),
    /// The association was not founded yet, or has no logo.
    ASSOCIATION_NOT_FOUND(Kind.ABSENT),
    /// In another time zone it is still yesterday: rights that have ended would live again, and
    /// those that began today would be gone. Once midnight has passed there as well, it may be
    /// chosen.
    DAY_WOULD_GO_BACK(Kind.CONFLICT),
    /// A word of a name mixes letters of scripts that look alike, so that it can be taken for
    /// another.
    DISGUISED_NAME(Kind.INVALID),
    /// A colour is written `#rrggbb`.
    INVALID_ACCENT(Kind.INVALID),
    /// An association has a name of 1 to 100 characters, German or English as its language, and a
    /// time zone that exists.
    INVALID_ASSOCIATION(Kind.INVALID),
    /// A logo is a PNG or JPEG picture of at most 200 kB and 4 megapixels.
    INVALID_LOGO(Kind.INVALID),
    /// A name has 1 to 100 characters.
    INVALID_NAME(Kind.INVALID),
    /// What lasts from one day to another does not end before it begins, and its days can be
    /// written down.
    INVALID_TERM(Kind.INVALID),
    /// A text has characters that turn the direction of writing, or half a character.
    UNREADABLE_WORDS(Kind.INVALID);

    private final Kind kind;

    AssociationObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package org.rotfaden.discussions;

import org.rotfaden.security.BrokenRule.Kind;
import org.rotfaden.security.Objection;

/// What a request about discussions can break.
public enum DiscussionObjection implements Objection {
    /// There is no such thread.
    THREAD_NOT_FOUND(Kind.ABSENT),
    /// There is no such post.
    POST_NOT_FOUND(Kind.ABSENT),
    /// There is nothing to talk about.
    NOT_DISCUSSED(Kind.ABSENT),
    /// There are no words at which a comment could stand.
    NO_WORDS_HERE(Kind.INVALID),
    /// A comment stands at words of the text.
    INVALID_PASSAGE(Kind.INVALID),
    /// So many comments on one thing nobody reads.
    TOO_MANY_COMMENTS(Kind.CONFLICT),
    /// Nobody posts in a closed thread.
    THREAD_CLOSED(Kind.CONFLICT),
    /// A thread of a place has a title.
    THREAD_TITLE_MISSING(Kind.INVALID),
    /// A title has at most 200 characters.
    THREAD_TITLE_TOO_LONG(Kind.INVALID),
    /// A post says something.
    POST_EMPTY(Kind.INVALID),
    /// A post has at most 10,000 characters.
    POST_TOO_LONG(Kind.INVALID),
    /// Only its author edits a post.
    NOT_YOUR_POST(Kind.FORBIDDEN),
    /// Nothing can be done with a deleted post but bringing it back.
    POST_DELETED(Kind.CONFLICT),
    /// So often nobody changes her mind.
    TOO_MANY_EDITS(Kind.CONFLICT);

    private final Kind kind;

    DiscussionObjection(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

package org.rotfaden.discussions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.MemberId;

/// A post (Beitrag) of a thread.
///
/// @param at when it was posted; no two of a thread at the same moment
/// @param answers the post that it answers; nothing where it answers none
/// @param root the post at the beginning of the answers among which it stands; itself, where it
///   answers none
/// @param rootAt when that one was posted
/// @param words as their author wrote them ([PostText]); empty where it is deleted
/// @param version grows with each edit, from 1 on
/// @param edited when its words were last changed
/// @param mark what it was marked as
public record Post(
        PostId id,
        ThreadId thread,
        MemberId author,
        Instant at,
        @Nullable PostId answers,
        PostId root,
        Instant rootAt,
        String words,
        long version,
        @Nullable Instant edited,
        @Nullable Instant deleted,
        @Nullable PostMark mark) {

    /// In characters.
    public static final int LONGEST = 10_000;

    public boolean isDeleted() {
        return deleted != null;
    }

    public boolean isRoot() {
        return root.equals(id);
    }
}

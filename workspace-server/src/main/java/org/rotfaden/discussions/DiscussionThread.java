package org.rotfaden.discussions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// A thread (Gespräch): what members say to each other about one subject.
///
/// @param number by which people find it; it is part of its address
/// @param about what it is about; its readers follow from that
/// @param title empty for the one that stands beside a thing, and for comments
/// @param at the words at which it stands, where it is a comment
/// @param last when its newest post came
/// @param posts how many can be read
/// @param version grows with all that is said of the thread itself
/// @param closed who closed it; nothing where it goes on
public record DiscussionThread(
        ThreadId id,
        int number,
        Subject about,
        String title,
        @Nullable Quotation at,
        MemberId begunBy,
        Instant begun,
        Instant last,
        int posts,
        long version,
        @Nullable Closing closed) {

    /// Who closed a thread, and when.
    public record Closing(MemberId by, Instant at) {}

    /// Whether it stands at words.
    public boolean isComment() {
        return at != null;
    }

    public boolean isClosed() {
        return closed != null;
    }
}

package org.rotfaden.discussions.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.attachments.Attachment;
import org.rotfaden.attachments.AttachmentId;
import org.rotfaden.discussions.Post;
import org.rotfaden.discussions.PostId;
import org.rotfaden.discussions.PostMark;
import org.rotfaden.discussions.ReactionKind;
import org.rotfaden.discussions.ThreadCatalogue.Seen;
import org.rotfaden.discussions.ThreadId;
import org.rotfaden.http.Page;
import org.rotfaden.security.MemberId;

/// A post as programs see it.
///
/// @param text as its author wrote it; empty where it is deleted and only the gap is left
/// @param version its ETag: whoever edits it says with `If-Match` which one she saw
record PostResource(
        PostId id,
        ThreadId threadId,
        Optional<MemberId> authorId,
        Instant at,
        Optional<PostId> replyTo,
        String text,
        long version,
        Optional<Instant> edited,
        boolean deleted,
        @Nullable PostMark mark,
        List<ReactionResource> reactions,
        List<FileResource> attachments) {

    record ReactionResource(ReactionKind kind, int members, boolean mine) {}

    record FileResource(AttachmentId id, String name, String mediaType, long bytes) {

        static FileResource of(Attachment file) {
            return new FileResource(file.id(), file.name(), file.mediaType(), file.size());
        }
    }

    static PostResource of(Seen seen) {
        Post post = seen.post();
        return new PostResource(
                post.id(),
                post.thread(),
                post.isDeleted() ? Optional.empty() : Optional.of(post.author()),
                post.at(),
                Optional.ofNullable(post.answers()),
                post.words(),
                post.version(),
                post.isDeleted() ? Optional.empty() : Optional.ofNullable(post.edited()),
                post.isDeleted(),
                post.mark(),
                post.isDeleted()
                        ? List.of()
                        : seen.reactions().stream()
                                .map(count ->
                                        new ReactionResource(
                                                count.kind(), count.members(), count.mine()))
                                .toList(),
                seen.files().stream().map(FileResource::of).toList());
    }

    /// @param read up to one more than asked for
    static Page<PostResource> page(List<Seen> read, ThreadId thread, int most) {
        List<PostResource> shown = read.stream().limit(most).map(PostResource::of).toList();
        String next =
                read.size() <= most
                        ? null
                        : "/api/threads/%s/posts?after=%s&most=%d"
                                .formatted(thread, shown.getLast().id(), most);
        return new Page<>(shown, next);
    }
}

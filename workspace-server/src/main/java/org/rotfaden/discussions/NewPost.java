package org.rotfaden.discussions;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.attachments.AttachmentId;

/// A post that somebody is about to make.
///
/// @param answers the post that it answers
/// @param files that she has uploaded for it
/// @param once by what its author tells it from her others: whoever sends it again has it once
public record NewPost(String words, @Nullable PostId answers, List<AttachmentId> files, UUID once) {

    public NewPost {
        files = List.copyOf(files);
    }

    /// One without files.
    public NewPost(String words, @Nullable PostId answers, UUID once) {
        this(words, answers, List.of(), once);
    }
}

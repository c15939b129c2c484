package org.rotfaden.ui.discussions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.attachments.Attachment;
import org.rotfaden.discussions.PostMark;
import org.rotfaden.discussions.PostText.Form;
import org.rotfaden.discussions.Reactions;
import org.rotfaden.ui.elements.When;

/// A post as the browser shows it to one reader.
///
/// @param place sorts the posts of a thread
/// @param answers whom it answers, where that is not the post at the beginning of the answers
/// @param author nobody where it is deleted
record ShownPost(
        String id,
        String root,
        String place,
        @Nullable Answered answers,
        @Nullable Author author,
        Moment at,
        boolean edited,
        boolean deleted,
        long version,
        List<Block> blocks,
        List<Reactions.Count> reactions,
        List<ShownFile> files,
        @Nullable PostMark mark,
        boolean mine,
        boolean unread) {

    /// A file.
    ///
    /// @param size in words
    /// @param extent of a picture
    record ShownFile(String id, String name, String size, Attachment.@Nullable Extent extent) {}

    record Answered(String id, String name) {}

    record Author(String id, String name, String initials, String colour, String path) {}

    record Block(Form form, List<Run> runs) {}

    record Run(
            String words,
            boolean bold,
            boolean italic,
            @Nullable String link,
            @Nullable Mention mention) {}

    /// @param name nothing where the reader may not know of it
    record Mention(String type, String id, @Nullable String name, @Nullable String path) {}

    /// A moment as it is said now, as a date, and in full.
    record Moment(String iso, String said, String date, String full) {

        static Moment of(Instant at, When when) {
            return new Moment(
                    at.toString(),
                    when.getElement().getText(),
                    when.getElement().getAttribute("data-date"),
                    when.getTitle().orElse(""));
        }
    }
}

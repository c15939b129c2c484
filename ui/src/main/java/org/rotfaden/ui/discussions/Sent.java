package org.rotfaden.ui.discussions;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.attachments.AttachmentId;
import org.rotfaden.discussions.DiscussionObjection;

/// What a browser names by its id. Whatever is none refers to nothing.
final class Sent {

    private Sent() {}

    /// The id.
    ///
    /// @throws org.rotfaden.security.BrokenRule POST_NOT_FOUND when it is none
    static UUID uuid(@Nullable String id) {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException noId) {
            throw DiscussionObjection.POST_NOT_FOUND.raised();
        }
    }

    /// Some files.
    ///
    /// @param ids with a space between them; may be empty
    static List<AttachmentId> files(String ids) {
        return Stream.of(ids.split(" ", -1))
                .filter(id -> !id.isEmpty())
                .map(id -> new AttachmentId(uuid(id)))
                .toList();
    }
}

package org.rotfaden.attachments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// A file (Anhang) as it is kept. It never changes but for what holds it.
///
/// @param owner who uploaded it
/// @param mediaType as it is said to browsers
/// @param size in bytes
/// @param hash of its content (SHA-256), in hexadecimal digits
/// @param extent of a picture
/// @param holder what holds it; nothing while it is unclaimed
public record Attachment(
        AttachmentId id,
        MemberId owner,
        String name,
        AttachmentKind kind,
        String mediaType,
        long size,
        String hash,
        @Nullable Extent extent,
        Instant uploaded,
        @Nullable Subject holder) {

    /// How large a picture is, in pixels, before it is turned as it says.
    public record Extent(int width, int height) {}
}

package org.rotfaden.attachments;

import java.util.UUID;
import org.rotfaden.security.Id;

/// Refers to a file.
public record AttachmentId(UUID value) implements Id {

    static AttachmentId random() {
        return new AttachmentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

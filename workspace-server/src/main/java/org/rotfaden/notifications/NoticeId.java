package org.rotfaden.notifications;

import java.util.UUID;
import org.rotfaden.security.Id;

/// Refers to a notice.
public record NoticeId(UUID value) implements Id {

    @Override
    public String toString() {
        return value.toString();
    }
}

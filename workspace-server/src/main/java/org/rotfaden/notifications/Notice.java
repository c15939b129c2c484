package org.rotfaden.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// A notice (Hinweis): something that concerns a member in person, or several things of one kind
/// that happened to one subject.
///
/// @param id of the newest of them
/// @param why it concerns her: `notice.` and this is the key of the sentence
/// @param subject to which it happened
/// @param by who did the newest of them; nobody where many together did
/// @param at when the newest of them happened
/// @param count how many they are
/// @param read when she read it; nothing before that
public record Notice(
        NoticeId id,
        String why,
        Subject subject,
        @Nullable MemberId by,
        Instant at,
        int count,
        @Nullable Instant read) {

    public boolean isUnread() {
        return read == null;
    }
}

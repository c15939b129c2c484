package org.rotfaden.ui.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rotfaden.notifications.NoticeId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Subject;

/// A notice in the words of its reader.
///
/// @param sentence what concerns her
/// @param why she sees it
/// @param kind what such notices are called, and the code behind that
/// @param place to which it belongs, where it is in one
record ShownNotice(
        NoticeId id,
        Subject subject,
        String sentence,
        String why,
        Kind kind,
        @Nullable Named place,
        Instant at,
        boolean isUnread) {

    /// A kind of notices.
    record Kind(String code, String name) {}
}

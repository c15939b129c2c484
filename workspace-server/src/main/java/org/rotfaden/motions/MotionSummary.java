package org.rotfaden.motions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// A motion (Antrag) as a row of a list.
///
/// @param title empty when it has none yet
/// @param owner whose motion it is; its writers follow from that
/// @param changed when its words last changed
/// @param listed since when it is in lists, because it has a title; nothing before
/// @param readersDiscuss whether all who may read it may talk about it
/// @param discarded who laid it aside; nothing where it is written
public record MotionSummary(
        MotionId id,
        MotionNumber number,
        String title,
        DocumentId document,
        MemberId author,
        Subject owner,
        Instant created,
        Instant changed,
        @Nullable Instant listed,
        @Nullable Discarding discarded,
        boolean readersDiscuss) {

    /// Who laid a motion aside, and when.
    public record Discarding(MemberId by, Instant at) {}

    public MotionState state() {
        return discarded == null ? MotionState.DRAFT : MotionState.DISCARDED;
    }
}

package org.rotfaden.motions;

import java.time.Instant;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// A motion (Antrag) as a row of a list.
///
/// @param title empty when it has none yet
/// @param owner whose motion it is; its writers follow from that
/// @param changed when its words last changed
public record MotionSummary(
        MotionId id,
        MotionNumber number,
        String title,
        DocumentId document,
        MemberId author,
        Subject owner,
        Instant created,
        Instant changed) {}

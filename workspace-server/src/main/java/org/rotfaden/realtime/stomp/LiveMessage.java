package org.rotfaden.realtime.stomp;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Told;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// What is said on a subscription: ids and moments, never words or names.
///
/// @param event what kind of thing happened, or one of the words below
/// @param code why, where the subscription ends or does not begin
/// @param subject what is followed, and is another now
/// @param actor who did it, where it was one person
/// @param version how many things have been told at the subject by then
@JsonInclude(JsonInclude.Include.NON_NULL)
record LiveMessage(
        String event,
        @Nullable String code,
        @Nullable Subject subject,
        @Nullable UUID actor,
        @Nullable Instant at,
        @Nullable Long version) {

    /// From now on everything is said; what is loaded after this is not older.
    static LiveMessage following(Subject subject, Instant now, long version) {
        return new LiveMessage("following", null, subject, null, now, version);
    }

    /// @param subject which of those that it concerns is followed
    static LiveMessage of(Told told, Subject subject, long version) {
        return new LiveMessage(
                told.what().kind(),
                null,
                subject,
                Optional.ofNullable(told.what().by()).map(MemberId::value).orElse(null),
                told.at(),
                version);
    }

    /// Something was not said: what is shown has to be loaded anew.
    static LiveMessage missed(Subject subject, Instant now, long version) {
        return new LiveMessage("missed", null, subject, null, now, version);
    }

    /// Nothing follows.
    static LiveMessage refused(String code) {
        return new LiveMessage("refused", code, null, null, null, null);
    }

    /// Nothing follows any more.
    static LiveMessage ended(String code) {
        return new LiveMessage("ended", code, null, null, null, null);
    }
}

package org.rotfaden.ui.elements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// Something that happened and is news to a member.
///
/// @param at when; where only the day is known, its beginning
/// @param day where only that is known
/// @param what happened, in few words
/// @param where in which place
/// @param name of the thing to which it happened
/// @param path of its page
public record Happened(
        Instant at, @Nullable LocalDate day, String what, Subject where, String name, String path) {

    /// Something of which only the day is known.
    public static Happened onDay(
            LocalDate day, String what, Subject where, String name, String path) {
        return new Happened(beginningOf(day), day, what, where, name, path);
    }

    private static Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(HomeZone.current()).toInstant();
    }

    /// Tells it from all else that happened.
    public String key() {
        return path + " " + at;
    }

    /// For whom news is looked for.
    ///
    /// @param places where she belongs
    /// @param since what happened before is no news
    public record Asked(
            MemberId member,
            Collection<Belonging> places,
            LocalDate since,
            Locale language,
            int most) {

        /// When news begins.
        public Instant from() {
            return beginningOf(since);
        }
    }

    /// Knows what happened. Each feature that has news is one.
    public interface Source {

        /// What happened and a member may know of, the newest first.
        List<Happened> latest(Asked asked);
    }
}

package org.rotfaden.discussions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Addressed;
import org.rotfaden.activity.Audience;
import org.rotfaden.activity.ReadUpTo;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;

/// What happened to a thread. All of it is for those who may read what the thread is about.
public sealed interface ThreadEvent extends Activity {

    ThreadId thread();

    /// What the thread is about.
    Subject about();

    @Override
    default Subject subject() {
        return thread().subject();
    }

    @Override
    default Audience audience() {
        return Audience.whoMay(Permission.READ, subject());
    }

    /// What happened to one post.
    sealed interface OfPost extends ThreadEvent {

        PostId post();
    }

    /// It has a first post.
    ///
    /// @param listed whether everybody who may know of what it is about may read it: where it is
    ///   for fewer, not even the number of threads is told there
    record Begun(MemberId by, ThreadId thread, Subject about, boolean listed)
            implements ThreadEvent {

        @Override
        public Set<Subject> concerned() {
            return listed ? Set.of(subject(), about) : Set.of(subject());
        }

        @Override
        public List<Addressed> addressed() {
            return List.of(Addressed.whoFollow(about, "BEGUN"));
        }
    }

    /// It has another title, is closed, or goes on.
    record Changed(MemberId by, ThreadId thread, Subject about) implements ThreadEvent {}

    /// It has another post.
    ///
    /// @param at when, as the thread counts
    /// @param inPerson who is mentioned or answered
    record Posted(
            MemberId by,
            ThreadId thread,
            Subject about,
            PostId post,
            Instant at,
            List<Addressed> inPerson)
            implements OfPost {

        public Posted {
            inPerson = List.copyOf(inPerson);
        }

        @Override
        public Optional<Instant> moment() {
            return Optional.of(at);
        }

        @Override
        public List<Addressed> addressed() {
            return Stream.concat(
                            inPerson.stream(),
                            Stream.of(
                                    Addressed.whoBegan(about, "COMMENTED"),
                                    Addressed.whoFollow(thread.subject(), "POSTED")))
                    .toList();
        }
    }

    record Edited(MemberId by, ThreadId thread, Subject about, PostId post) implements OfPost {}

    record Deleted(MemberId by, ThreadId thread, Subject about, PostId post) implements OfPost {}

    record BroughtBack(MemberId by, ThreadId thread, Subject about, PostId post)
            implements OfPost {}

    /// Somebody reacted to it, or takes that back.
    record Reacted(MemberId by, ThreadId thread, Subject about, PostId post) implements OfPost {}

    /// It is marked, or no longer.
    record Marked(MemberId by, ThreadId thread, Subject about, PostId post) implements OfPost {}

    /// Somebody has read it, which nobody else is told.
    record Read(MemberId by, ThreadId thread, Subject about, Instant to)
            implements ThreadEvent, ReadUpTo {

        @Override
        public Subject read() {
            return thread.subject();
        }

        @Override
        public Subject subject() {
            return by.subject();
        }

        @Override
        public Audience audience() {
            return Audience.only(by);
        }
    }
}

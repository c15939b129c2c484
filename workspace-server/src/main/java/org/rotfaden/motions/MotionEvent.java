package org.rotfaden.motions;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Audience;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;

/// What happened to a motion.
public sealed interface MotionEvent extends Activity {

    MotionId motion();

    /// Whose it is.
    Subject owner();

    @Override
    default Subject subject() {
        return motion().subject();
    }

    @Override
    default Audience audience() {
        return Audience.whoMay(Permission.READ, subject());
    }

    /// It has no place in lists yet: it is for whoever began it.
    record Drafted(MemberId by, MotionId motion, Subject owner) implements MotionEvent {

        @Override
        public Audience audience() {
            return Audience.only(by);
        }

        @Override
        public Set<Subject> concerned() {
            return Set.of(subject(), by.subject());
        }
    }

    /// It has a title, and with it a place in the lists of those who may read it. Not even the
    /// number of an owner's motions is for everybody who knows of the owner.
    record Listed(MotionId motion, Subject owner) implements MotionEvent {

        @Override
        public @Nullable MemberId by() {
            return null;
        }
    }

    /// Its words are others now; many may have written them.
    record Changed(MotionId motion, Subject owner) implements MotionEvent {

        @Override
        public @Nullable MemberId by() {
            return null;
        }
    }

    /// Those who could read it before and cannot any more hear that rights changed.
    record HandedOver(MemberId by, MotionId motion, Subject owner) implements MotionEvent {}

    /// It was laid aside.
    record Discarded(MemberId by, MotionId motion, Subject owner) implements MotionEvent {}

    /// It was brought back.
    record BroughtBack(MemberId by, MotionId motion, Subject owner) implements MotionEvent {}

    /// Others may talk about it than before.
    record DiscussionChanged(MemberId by, MotionId motion, Subject owner) implements MotionEvent {}
}

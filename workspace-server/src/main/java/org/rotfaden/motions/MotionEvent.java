package org.rotfaden.motions;

import org.rotfaden.security.Subject;

/// What happened to a motion.
public sealed interface MotionEvent {

    /// The live topic on which these events are told to open screens.
    String TOPIC = "motions";

    MotionId motion();

    record Drafted(MotionId motion) implements MotionEvent {}

    record Changed(MotionId motion) implements MotionEvent {}

    record HandedOver(MotionId motion, Subject from, Subject to) implements MotionEvent {}
}

package org.rotfaden.realtime.stomp;

import org.rotfaden.activity.Topic;
import org.rotfaden.security.Subject;

/// One subject that is followed over a connection, under the name that the client gave it.
final class Subscription {

    private static final long NOT_YET = Long.MAX_VALUE;

    final String id;
    final String destination;
    final Subject subject;
    final Topic topic;
    Runnable stop = () -> {};

    /// What has been said already.
    long version = NOT_YET;

    Subscription(String id, String destination, Subject subject) {
        this.id = id;
        this.destination = destination;
        this.subject = subject;
        this.topic = Topic.about(subject);
    }
}

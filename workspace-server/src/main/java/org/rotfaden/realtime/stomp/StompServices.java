package org.rotfaden.realtime.stomp;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.rotfaden.activity.TopicVersions;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What all connections share.
@Component
record StompServices(
        Spectators spectators,
        LiveTopics topics,
        TopicVersions versions,
        JsonMapper json,
        LiveLimits limits,
        Clock clock,
        ExecutorService threads,
        Semaphore questions) {

    /// Leaves most of the database's connections to others.
    private static final int ASKED_AT_ONCE = 4;

    @Autowired
    StompServices(
            Spectators spectators,
            LiveTopics topics,
            TopicVersions versions,
            JsonMapper json,
            LiveLimits limits,
            Clock clock) {
        this(
                spectators,
                topics,
                versions,
                json,
                limits,
                clock,
                Executors.newVirtualThreadPerTaskExecutor(),
                new Semaphore(ASKED_AT_ONCE, true));
    }

    /// Does something that asks the database, in turn with the other connections.
    void asking(Runnable doing) {
        questions.acquireUninterruptibly();
        try {
            doing.run();
        } finally {
            questions.release();
        }
    }
}

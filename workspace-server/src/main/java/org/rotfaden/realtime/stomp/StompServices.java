package org.rotfaden.realtime.stomp;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
        ExecutorService threads) {

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
                Executors.newVirtualThreadPerTaskExecutor());
    }
}

package org.rotfaden.ui;

import org.rotfaden.members.MemberEvent;
import org.rotfaden.realtime.LiveTopics;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Tells open screens what happened to members.
@Component
class MemberNews {

    static final String TOPIC = "members";

    private final LiveTopics topics;

    MemberNews(LiveTopics topics) {
        this.topics = topics;
    }

    @TransactionalEventListener
    void on(MemberEvent event) {
        topics.publish(TOPIC, event);
    }
}

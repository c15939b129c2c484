package org.rotfaden.realtime;

import org.rotfaden.activity.Activities;
import org.rotfaden.activity.Hearing;
import org.rotfaden.activity.News;
import org.rotfaden.activity.Watch;
import org.rotfaden.realtime.bus.Bus;
import org.rotfaden.realtime.bus.BusMessage;
import org.rotfaden.realtime.bus.NodeId;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Passes on what happened here to all other nodes, and what happened there to this one.
@Component
class Broadcast implements Hearing, SmartLifecycle {

    private final NodeId node;
    private final Bus bus;
    private final Watch watch;
    private final LiveTopics topics;
    private final Activities activities;
    private Runnable unsubscribe = () -> {};
    private boolean isRunning;

    Broadcast(NodeId node, Bus bus, Activities activities, Watch watch, LiveTopics topics) {
        this.node = node;
        this.bus = bus;
        this.activities = activities;
        this.watch = watch;
        this.topics = topics;
    }

    /// That a day begins every node sees for itself.
    @Override
    public void heard(News news) {
        if (news.number() > 0 || !news.told().isEmpty()) {
            bus.publish(new BusMessage.Happened(node, news));
        }
    }

    @Override
    public void missed() {
        // each node finds out for itself
    }

    /// Hears what happens on other nodes.
    private final class Others implements Bus.Listener {

        @Override
        public void heard(BusMessage message) {
            switch (message) {
                case BusMessage.Happened(_, var news) ->
                        activities.happenedElsewhere(news, Broadcast.this);
                case BusMessage.OfDocument _ -> {
                    // for the rooms
                }
            }
        }

        /// Beside the bus, which must not wait for the database.
        @Override
        public void mayHaveMissed() {
            Thread.startVirtualThread(() -> {
                watch.compare();
                topics.compare();
            });
        }
    }

    @Override
    public void start() {
        unsubscribe = bus.subscribe(node, new Others());
        isRunning = true;
    }

    @Override
    public void stop() {
        unsubscribe.run();
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    /// Before anybody comes in, and until all have gone.
    @Override
    public int getPhase() {
        return 0;
    }
}

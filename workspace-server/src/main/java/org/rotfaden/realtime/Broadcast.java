package org.rotfaden.realtime;

import org.rotfaden.activity.Activities;
import org.rotfaden.activity.Hearing;
import org.rotfaden.activity.News;
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
    private final Activities activities;
    private Runnable unsubscribe = () -> {};
    private boolean isRunning;

    Broadcast(NodeId node, Bus bus, Activities activities) {
        this.node = node;
        this.bus = bus;
        this.activities = activities;
    }

    @Override
    public void heard(News news) {
        bus.publish(new BusMessage.Happened(node, news));
    }

    private void receive(BusMessage message) {
        switch (message) {
            case BusMessage.Happened(_, var news) -> activities.happenedElsewhere(news, this);
            case BusMessage.OfDocument _ -> {
                // for the rooms
            }
        }
    }

    @Override
    public void start() {
        unsubscribe = bus.subscribe(node, this::receive);
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
}

package org.rotfaden.realtime.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The bus of a workspace that runs on one node, or of several nodes in one process.
@Component
class InProcessBus implements Bus {

    private record Listener(NodeId node, Consumer<BusMessage> consumer) {}

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    @Override
    public void publish(BusMessage message) {
        listeners.stream()
                .filter(listener -> !listener.node().equals(message.origin()))
                .forEach(listener -> listener.consumer().accept(message));
    }

    @Override
    public Runnable subscribe(NodeId listener, Consumer<BusMessage> consumer) {
        var one = new Listener(listener, consumer);
        listeners.add(one);
        return () -> listeners.remove(one);
    }
}

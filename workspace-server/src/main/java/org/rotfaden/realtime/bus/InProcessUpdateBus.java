package org.rotfaden.realtime.bus;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// The bus of a workspace that runs on one node, or of several nodes in one process.
@Component
class InProcessUpdateBus implements UpdateBus {

    private final Map<NodeId, Consumer<BusMessage>> nodes = new ConcurrentHashMap<>();

    @Override
    public void publish(BusMessage message) {
        nodes.forEach((node, consumer) -> {
            if (!node.equals(message.origin())) {
                consumer.accept(message);
            }
        });
    }

    @Override
    public Runnable subscribe(NodeId listener, Consumer<BusMessage> consumer) {
        nodes.put(listener, consumer);
        return () -> nodes.remove(listener);
    }
}

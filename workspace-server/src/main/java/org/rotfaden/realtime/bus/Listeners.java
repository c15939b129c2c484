package org.rotfaden.realtime.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Who listens to a bus in this process.
final class Listeners {

    private static final Logger log = LoggerFactory.getLogger(Listeners.class);

    private record Listening(NodeId node, Bus.Listener listener) {}

    private final List<Listening> all = new CopyOnWriteArrayList<>();

    Runnable add(NodeId node, Bus.Listener listener) {
        var one = new Listening(node, listener);
        all.add(one);
        return () -> all.remove(one);
    }

    /// Tells all but those of the node that says it.
    void tell(BusMessage message) {
        all.stream()
                .filter(one -> !one.node().equals(message.origin()))
                .forEach(one -> guarded(one, listener -> listener.heard(message)));
    }

    /// Whether nobody but this node listens.
    boolean areAllOf(NodeId node) {
        return all.stream().allMatch(one -> one.node().equals(node));
    }

    void tellOfLoss() {
        all.forEach(one -> guarded(one, Bus.Listener::mayHaveMissed));
    }

    /// One who fails keeps no other from hearing.
    private static void guarded(Listening one, Consumer<Bus.Listener> telling) {
        try {
            telling.accept(one.listener());
        } catch (RuntimeException failure) {
            log.error("What another node says could not be heard", failure);
        }
    }
}

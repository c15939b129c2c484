package org.rotfaden.realtime.bus;

import java.util.function.Consumer;

/// Carries everything that the nodes of one workspace tell each other. Delivers to every listener
/// but those of the message's own node, what one node publishes in one thread in that order; it may
/// lose messages, never invent them. Nothing travels beside it.
public interface Bus {

    void publish(BusMessage message);

    /// Listens until the returned action is run.
    Runnable subscribe(NodeId listener, Consumer<BusMessage> consumer);
}

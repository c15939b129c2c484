package org.rotfaden.realtime.bus;

import java.util.function.Consumer;

/// Carries messages between the nodes of one workspace. Delivers to every subscriber but the ones
/// of the message's own node, in order per document and node; it may lose messages, never invent
/// them.
public interface UpdateBus {

    void publish(BusMessage message);

    /// Listens until the returned action is run.
    Runnable subscribe(NodeId listener, Consumer<BusMessage> consumer);
}

package org.rotfaden.realtime.bus;

import org.rotfaden.activity.OtherNodes;

/// Carries everything that the nodes of one workspace tell each other. Delivers to every listener
/// but those of the message's own node, what one node publishes in one thread in that order; it may
/// lose messages, never invent them. Nothing travels beside it.
public interface Bus extends OtherNodes {

    /// Hears what other nodes say, one after the other. It has to be quick: others wait.
    @FunctionalInterface
    interface Listener {

        void heard(BusMessage message);

        /// Something may have been lost just now, or nothing: the bus came back, or was overrun.
        default void mayHaveMissed() {}
    }

    /// Never waits for the others.
    void publish(BusMessage message);

    /// Listens until the returned action is run.
    Runnable subscribe(NodeId node, Listener listener);
}

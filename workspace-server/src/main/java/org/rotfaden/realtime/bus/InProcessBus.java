package org.rotfaden.realtime.bus;

/// The bus of a workspace that runs on one node, or of several nodes in one process.
final class InProcessBus implements Bus {

    private final Listeners listeners = new Listeners();

    @Override
    public void publish(BusMessage message) {
        listeners.tell(message);
    }

    @Override
    public Runnable subscribe(NodeId node, Listener listener) {
        return listeners.add(node, listener);
    }

    @Override
    public State state() {
        return State.ALONE;
    }
}

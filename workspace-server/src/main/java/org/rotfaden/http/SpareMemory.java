package org.rotfaden.http;

/// What of the heap is left beside what the server needs for itself, and who gets which share of
/// it. Something is left for what lasts no longer than its request.
public enum SpareMemory {
    /// Pages that are open.
    PAGES(36),
    /// Connections, and the halves of requests that they wait with.
    CONNECTIONS(14),
    /// What peers of live connections do not take. With little memory just one of the largest
    /// documents, which else nobody could open.
    UNSENT(27),
    /// What was written and is not durable yet.
    UNWRITTEN(5),
    /// Rooms of live documents and who is in them.
    ROOMS(3),
    /// The newest updates of all rooms.
    RECENT_UPDATES(4),
    /// What is followed over STOMP.
    TOPICS(1),
    /// What is stored of documents while it is read. With little memory one document at a time.
    READING(3),
    /// What nodes tell each other, in either direction.
    TOLD_BETWEEN_NODES(1),
    /// Pieces of files that are on their way.
    FILES(1);

    private static final long OWN = 128L << 20;

    private final int percent;

    SpareMemory(int percent) {
        this.percent = percent;
    }

    public long bytes() {
        return bytes(Runtime.getRuntime().maxMemory());
    }

    /// How many things of a size fit into this share; some, however little there is.
    ///
    /// @param bytes of one of them
    public int holds(long bytes) {
        return Math.clamp(bytes() / bytes, 1, Integer.MAX_VALUE);
    }

    /// @param heap all of it, in bytes
    long bytes(long heap) {
        return of(heap) / 100 * percent;
    }

    static long of(long heap) {
        return Math.max(OWN / 4, heap - OWN);
    }
}

package org.rotfaden.http;

/// What of the heap is left beside what the server needs for itself.
public final class SpareMemory {

    private static final long OWN = 128L << 20;

    private SpareMemory() {}

    /// How many things of a size fit into a share of it; some, however little there is.
    ///
    /// @param bytes of one of them
    public static int holds(int percent, long bytes) {
        return Math.clamp(share(percent) / bytes, 1, Integer.MAX_VALUE);
    }

    /// A share of it, in bytes.
    public static long share(int percent) {
        long spare = Math.max(OWN / 4, Runtime.getRuntime().maxMemory() - OWN);
        return spare / 100 * percent;
    }
}

package org.rotfaden.crdt;

/// How often a random test is repeated: more in the long run.
public final class Rounds {

    private Rounds() {}

    public static int of(int usual, int longRun) {
        return Boolean.getBoolean("rotfaden.long") ? longRun : usual;
    }
}

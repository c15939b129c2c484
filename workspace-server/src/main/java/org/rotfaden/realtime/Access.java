package org.rotfaden.realtime;

/// What somebody may do with a live document; each value includes the ones before it.
public enum Access {
    NONE,
    READ,
    WRITE;

    public boolean includes(Access other) {
        return compareTo(other) >= 0;
    }
}

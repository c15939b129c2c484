package org.rotfaden.members;

/// Whether a member takes part or, while membership rights rest, only reads.
public enum Right {
    READ,
    WRITE
}

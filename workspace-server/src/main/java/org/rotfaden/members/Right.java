package org.rotfaden.members;

/// What a member may do with all motions.
public enum Right {
    READ,
    WRITE
}

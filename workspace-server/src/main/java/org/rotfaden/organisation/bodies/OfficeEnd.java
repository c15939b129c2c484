package org.rotfaden.organisation.bodies;

/// Why an office ended before its time.
public enum OfficeEnd {
    /// Others were elected.
    SUCCEEDED,
    RESIGNED,
    /// Voted out, or ended by the unit.
    REMOVED,
    /// The body or its unit ended.
    BODY_ENDED
}

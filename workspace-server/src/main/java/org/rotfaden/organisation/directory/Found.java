package org.rotfaden.organisation.directory;

/// Something with a page that a member may find.
///
/// @param slug its place in addresses
/// @param about what tells it from others of the same name; may be empty
public record Found(Kind kind, String name, String slug, String about) {

    /// What was found.
    public enum Kind {
        UNIT,
        BODY,
        GROUP,
        PERSON
    }
}

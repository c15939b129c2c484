package org.rotfaden.security;

/// A subject as somebody may see it in a list: by name, with its page.
///
/// @param name what it is called; empty where it has no name yet
/// @param path its page, from the root of all pages; empty where there is none
/// @param about what tells it from others of the same name; may be empty
public record Named(Subject subject, String name, String path, String about) {

    /// What stands in the address of its page behind the place; empty where nothing does.
    public String slug() {
        int place = path.indexOf('/');
        return place < 0 ? "" : path.substring(place + 1);
    }
}

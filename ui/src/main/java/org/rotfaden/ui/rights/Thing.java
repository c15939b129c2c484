package org.rotfaden.ui.rights;

import org.rotfaden.security.Subject;

/// What a page of rights is about.
///
/// @param name what it is called, as far as the reader may know
/// @param path its own page
record Thing(Kind kind, Subject subject, String name, String path) {

    /// The key of words for this kind of thing.
    String words(String prefix, Enum<?> what) {
        return "rights." + prefix + "." + kind + "." + what;
    }
}

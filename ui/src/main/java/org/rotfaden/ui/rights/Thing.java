package org.rotfaden.ui.rights;

import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;

/// What a page of rights is about.
///
/// @param name what it is called, as far as the reader may know
/// @param path its own page
record Thing(SubjectType type, Subject subject, String name, String path) {

    /// The key of words for things of this type.
    String words(String prefix, Enum<?> what) {
        return "rights." + prefix + "." + type.type() + "." + what;
    }

    boolean isAssociation() {
        return subject.equals(Subject.ASSOCIATION);
    }
}

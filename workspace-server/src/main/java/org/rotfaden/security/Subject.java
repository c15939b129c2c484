package org.rotfaden.security;

import java.util.UUID;

/// How anything refers to anything: a thread, a document or a right belongs to a subject without
/// knowing what it is.
///
/// @param type the kind of thing, in lower case, for example `motion`
public record Subject(String type, UUID id) {

    /// The association as a whole; everything lies below it.
    public static final Subject ASSOCIATION = new Subject("association", new UUID(0, 0));

    /// What every member may read belongs to this as well.
    public static final Subject EVERYBODY = new Subject("everybody", new UUID(0, 0));
}

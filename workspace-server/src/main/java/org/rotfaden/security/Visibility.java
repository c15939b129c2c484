package org.rotfaden.security;

/// Knows who may know of subjects of one type. Whoever owns the type implements it.
public interface Visibility {

    /// The [Subject#type] this one answers for.
    String subjectType();

    /// Whether somebody may know that a subject is there, and of what happens to it. Of one that is
    /// not there nobody may.
    boolean isSeenBy(MemberId reader, Subject subject);
}

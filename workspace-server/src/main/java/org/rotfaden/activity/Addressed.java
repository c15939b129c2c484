package org.rotfaden.activity;

import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;

/// Whom something concerns more than all the others who may know of it.
///
/// @param whom is meant, or what those began or follow who are
/// @param why it concerns them: the key of the sentence that says so
public record Addressed(Relation relation, Subject whom, String why) {

    /// What those who are meant have to do with the subject.
    public enum Relation {
        /// They are it: a member, or all who belong to a unit, a body or a group.
        ARE,
        /// They began it.
        BEGAN,
        /// They follow it.
        FOLLOW
    }

    /// A member, or all who belong to a place.
    public static Addressed inPerson(Subject whom, String why) {
        return new Addressed(Relation.ARE, whom, why);
    }

    public static Addressed inPerson(MemberId whom, String why) {
        return inPerson(whom.subject(), why);
    }

    /// Whoever began it.
    public static Addressed whoBegan(Subject what, String why) {
        return new Addressed(Relation.BEGAN, what, why);
    }

    /// All who follow it. Whoever does something to a subject that its followers are told of
    /// follows it herself from then on.
    public static Addressed whoFollow(Subject what, String why) {
        return new Addressed(Relation.FOLLOW, what, why);
    }
}

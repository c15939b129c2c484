package org.rotfaden.members;

import org.rotfaden.association.Term;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;

/// A role that is about to be given.
public record NewGrant(MemberId member, Role role, Subject where, Term term) {

    /// @throws org.rotfaden.security.BrokenRule ROLE_CANNOT_BE_GIVEN when the role comes from an
    ///   office, a membership or a group
    /// @throws org.rotfaden.security.BrokenRule INVALID_TERM when the term has no day
    public NewGrant {
        term.orRefuse();
        switch (role) {
            case ADMINISTRATOR, OPERATOR, WRITER, READER -> {}
            case MEMBER,
                    HOME_MEMBER,
                    PARTICIPANT,
                    WRITING_MEMBER,
                    GUEST,
                    CHAIR,
                    SECRETARY,
                    TREASURER,
                    ASSESSOR,
                    BODY_MEMBER,
                    GROUP_HOST,
                    GROUP_MEMBER,
                    FORMER_GROUP,
                    OWNER ->
                    throw MemberObjection.ROLE_CANNOT_BE_GIVEN.raised();
        }
    }
}

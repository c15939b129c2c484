package org.rotfaden.members;

import java.util.UUID;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Audience;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Subject;

/// What happened to a member.
public sealed interface MemberEvent extends Activity {

    MemberId member();

    @Override
    default Subject subject() {
        return member().subject();
    }

    /// What concerns nobody but the member.
    sealed interface OfOneself extends MemberEvent {

        @Override
        default Audience audience() {
            return Audience.only(member());
        }
    }

    /// What those hear who administer members.
    sealed interface OfTheList extends MemberEvent {

        @Override
        default Audience audience() {
            return Audience.only(member())
                    .and(Audience.whoMay(Permission.ADMINISTER_MEMBERS, Subject.ASSOCIATION));
        }
    }

    /// Somebody is a member, taken in by another or, as the first one, by herself.
    record Registered(MemberId by, MemberId member) implements OfTheList {}

    record RightChanged(MemberId by, MemberId member, Right right) implements OfTheList {}

    /// The date of birth is another one.
    record BornCorrected(MemberId by, MemberId member) implements OfTheList {}

    /// The member chose another password, or was given one.
    record PasswordChanged(MemberId by, MemberId member) implements OfOneself {}

    record LoggedIn(MemberId member, LoginId login) implements OfOneself {

        @Override
        public MemberId by() {
            return member;
        }
    }

    record LoggedOut(MemberId by, MemberId member, LoginId login) implements OfOneself {}

    record AccessTokenCreated(MemberId member, UUID token) implements OfOneself {

        @Override
        public MemberId by() {
            return member;
        }
    }

    record AccessTokenRevoked(MemberId by, MemberId member, UUID token) implements OfOneself {}
}

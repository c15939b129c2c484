package org.rotfaden.members;

import java.util.List;
import java.util.Set;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Addressed;
import org.rotfaden.activity.Audience;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;

/// What happened to roles that are given by hand. Who administers the association is known to
/// everybody; of other roles know who has them and those who see who may do what there.
public sealed interface RoleEvent extends Activity {

    MemberId member();

    Role role();

    Subject where();

    /// What one needs to be allowed to give it.
    Permission authority();

    @Override
    default Subject subject() {
        return where();
    }

    @Override
    default Set<Subject> concerned() {
        return Set.of(where(), member().subject());
    }

    @Override
    default Audience audience() {
        if (role() == Role.ADMINISTRATOR && where().equals(Subject.ASSOCIATION)) {
            return Audience.everybody();
        }
        return Audience.only(member())
                .and(Audience.whoMay(authority(), where()))
                .and(Audience.whoMay(Permission.ADMINISTER, where()));
    }

    /// Somebody has it from now on, or later, or for another time than before.
    record Given(MemberId by, MemberId member, Role role, Subject where, Permission authority)
            implements RoleEvent {

        @Override
        public List<Addressed> addressed() {
            return List.of(Addressed.inPerson(member, "ROLE_GIVEN"));
        }
    }

    record Ended(MemberId by, MemberId member, Role role, Subject where, Permission authority)
            implements RoleEvent {}
}

package org.rotfaden.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rotfaden.security.Grant;
import org.rotfaden.security.GrantSource;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Reason;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Component;

/// What members are allowed in the whole association: every one reads, those who may write, write,
/// and administrators administer.
@Component
class MemberGrants implements GrantSource {

    private final Members members;

    MemberGrants(Members members) {
        this.members = members;
    }

    @Override
    public List<Grant> grantsOf(MemberId member) {
        return members.find(member).map(MemberGrants::grantsOf).orElseGet(List::of);
    }

    private static List<Grant> grantsOf(Member member) {
        List<Grant> grants = new ArrayList<>();
        if (member.administrator()) {
            grants.add(
                    everywhere(
                            "ADMINISTRATOR", Permission.ADMINISTER, Permission.ADMINISTER_MEMBERS));
        }
        if (member.mayWrite()) {
            grants.add(everywhere("RIGHT_TO_WRITE", Permission.WRITE_MOTIONS));
        }
        grants.add(everywhere("MEMBER", Permission.READ_MOTIONS));
        return grants;
    }

    private static Grant everywhere(String code, Permission... permissions) {
        return new Grant(Set.of(permissions), Subject.ASSOCIATION, true, new Reason(code));
    }
}

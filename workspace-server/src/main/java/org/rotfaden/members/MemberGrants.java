package org.rotfaden.members;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rotfaden.security.Grant;
import org.rotfaden.security.GrantSource;
import org.rotfaden.security.Holder;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Reason;
import org.rotfaden.security.Restraint;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// What is everybody's own, and whose rights rest.
@Component
@Order(90)
class MemberGrants implements GrantSource, Restraint {

    private final MemberRows members;

    MemberGrants(MemberRows members) {
        this.members = members;
    }

    @Override
    public List<Grant> grantsOf(MemberId member) {
        return List.of(new Grant(Role.OWNER, member.subject(), new Reason("OWN")));
    }

    @Override
    public List<Holder> holdersAt(Set<Subject> subjects) {
        return subjects.stream()
                .filter(subject -> subject.type().equals(MemberId.SUBJECT))
                .map(subject -> new MemberId(subject.id()))
                .flatMap(
                        member -> grantsOf(member).stream().map(grant -> new Holder(member, grant)))
                .toList();
    }

    @Override
    public Optional<Reason> onTakingPart(MemberId member) {
        return members.rightOf(member)
                .filter(Right.READ::equals)
                .map(_ -> new Reason("MAY_ONLY_READ"));
    }
}

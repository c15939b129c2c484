package org.rotfaden.motions;

import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentPolicy;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Component;

/// Every member reads every motion; those who may write, write every motion.
@Component
class MotionDocumentPolicy implements DocumentPolicy {

    private final Members members;

    MotionDocumentPolicy(Members members) {
        this.members = members;
    }

    @Override
    public String subjectType() {
        return Motions.SUBJECT;
    }

    @Override
    public Access accessOf(MemberId member, Subject subject) {
        return members.find(member)
                .map(Member::mayWrite)
                .map(mayWrite -> mayWrite ? Access.WRITE : Access.READ)
                .orElse(Access.NONE);
    }
}

package org.rotfaden.motions;

import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentPolicy;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Component;

/// Who may read and write a motion, reads and writes its words.
@Component
class MotionDocumentPolicy implements DocumentPolicy {

    private final Permissions permissions;

    MotionDocumentPolicy(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public String subjectType() {
        return MotionId.SUBJECT;
    }

    @Override
    public Access accessOf(MemberId member, Subject motion) {
        if (permissions.allows(member, Permission.ACT_FOR, motion)) {
            return Access.WRITE;
        }
        return permissions.allows(member, Permission.READ, motion) ? Access.READ : Access.NONE;
    }
}

package org.rotfaden.motions;

import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentPolicy;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.stereotype.Component;

/// Who may read and write a motion, reads and writes its words. What was laid aside is read.
@Component
class MotionDocumentPolicy implements DocumentPolicy {

    private final Permissions permissions;
    private final MotionCatalogue catalogue;

    MotionDocumentPolicy(Permissions permissions, MotionCatalogue catalogue) {
        this.permissions = permissions;
        this.catalogue = catalogue;
    }

    @Override
    public String subjectType() {
        return MotionId.SUBJECT;
    }

    @Override
    public Access accessOf(MemberId member, Subject motion) {
        if (permissions.allows(member, Permission.ACT_FOR, motion)
                && catalogue.isWritten(new MotionId(motion.id()))) {
            return Access.WRITE;
        }
        return permissions.allows(member, Permission.READ, motion) ? Access.READ : Access.NONE;
    }
}

package org.rotfaden.ui.members;

import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// The list of all members is for those who administer them.
@Component
class MembersPage implements PageGuard {

    private final Permissions permissions;

    MembersPage(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public boolean isClosed(String path, MemberId reader) {
        return path.equals(Paths.MEMBERS)
                && !permissions.allows(reader, Permission.ADMINISTER_MEMBERS, Subject.ASSOCIATION);
    }
}

package org.rotfaden.ui.operation;

import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// The page of the server is for those who operate it.
@Component
class OperationPage implements PageGuard {

    private final Permissions permissions;

    OperationPage(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public boolean isClosed(String path, MemberId reader) {
        return path.equals(Paths.OPERATION)
                && !permissions.allows(reader, Permission.OPERATE, Subject.ASSOCIATION);
    }
}

package org.rotfaden.ui.groups;

import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.PageGuard;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Whether there is, for the reader, the group whose page is asked for.
@Component
class GroupPages implements PageGuard {

    private final WorkingGroups groups;

    GroupPages(WorkingGroups groups) {
        this.groups = groups;
    }

    @Override
    public State stateOf(String path, MemberId reader) {
        return PageGuard.absentIf(
                Paths.nameAt(Paths.GROUPS, path)
                        .filter(_ -> !path.equals(GroupPaths.FOUND))
                        .filter(slug -> groups.find(reader, slug).isEmpty())
                        .isPresent());
    }
}

package org.rotfaden.organisation.groups;

import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Visibility;
import org.springframework.stereotype.Component;

/// A group that is for the invited only is seen by those whom it concerns.
@Component
class GroupVisibility implements Visibility {

    private final WorkingGroups groups;

    GroupVisibility(WorkingGroups groups) {
        this.groups = groups;
    }

    @Override
    public String subjectType() {
        return WorkingGroupId.SUBJECT;
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return groups.find(reader, new WorkingGroupId(subject.id())).isPresent();
    }
}

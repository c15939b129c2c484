package org.rotfaden.organisation.directory;

import org.rotfaden.members.Members;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Visibility;
import org.springframework.stereotype.Component;

/// People are seen by those in whose directory they stand.
@Component
class PersonVisibility implements Visibility {

    private final Directory directory;

    PersonVisibility(Directory directory) {
        this.directory = directory;
    }

    @Override
    public String subjectType() {
        return Members.SUBJECT;
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject subject) {
        return directory.maySee(reader, new MemberId(subject.id()));
    }
}

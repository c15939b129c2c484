package org.rotfaden.ui.motions;

import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.GrantCorrections;
import org.rotfaden.members.Members;
import org.rotfaden.motions.Motions;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.PersonPicker;
import org.rotfaden.web.Sentences;
import org.springframework.stereotype.Component;

/// What the page of a motion needs to show whose it is and to change that.
@Component
record MotionsAtWork(
        Motions motions,
        SubjectTypes types,
        ExplicitGrants grants,
        GrantCorrections grantCorrections,
        Members members,
        Directory directory,
        Permissions permissions,
        Sentences sentences,
        Today today) {

    PersonPicker.People inSightOf(MemberId reader) {
        return (words, most) -> directory.people(reader, words, most);
    }
}

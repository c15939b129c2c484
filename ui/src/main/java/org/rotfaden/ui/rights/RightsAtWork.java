package org.rotfaden.ui.rights;

import java.util.Collection;
import java.util.Map;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.GrantCorrections;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.PersonPicker;
import org.rotfaden.web.Sentences;
import org.springframework.stereotype.Component;

/// What the pages about rights need.
@Component
record RightsAtWork(
        Permissions permissions,
        ExplicitGrants grants,
        GrantCorrections grantCorrections,
        Sentences sentences,
        SubjectTypes types,
        Members members,
        Directory directory,
        Origins origins,
        Today today) {

    Map<MemberId, Member> people(Collection<MemberId> ids) {
        return members.some(ids);
    }

    PersonPicker.People inSightOf(MemberId reader) {
        return (words, most) -> directory.people(reader, words, most);
    }
}

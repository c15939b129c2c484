package org.rotfaden.ui.groups;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.ui.elements.PersonPicker;
import org.rotfaden.ui.elements.WhyNot;
import org.springframework.stereotype.Component;

/// What the page of a group needs to show who is in it and to change that.
@Component
record GroupsAtWork(
        WorkingGroups groups,
        Members members,
        Directory directory,
        Permissions permissions,
        WhyNot whyNot) {

    /// People in the given order.
    List<Member> people(Collection<MemberId> ids) {
        var found = members.some(ids);
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    PersonPicker.People inSightOf(MemberId reader) {
        return (words, most) -> directory.people(reader, words, most);
    }
}

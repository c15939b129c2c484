package org.rotfaden.ui.groups;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlaceTab;
import org.rotfaden.ui.elements.ToDo;
import org.springframework.stereotype.Component;

/// Groups to which a member is invited, and those that she hosts and to which others want to
/// belong.
@Component
class GroupsWaiting implements ToDo.Source {

    private final WorkingGroups groups;
    private final I18NProvider words;

    GroupsWaiting(WorkingGroups groups, I18NProvider words) {
        this.groups = groups;
        this.words = words;
    }

    @Override
    public List<ToDo> of(MemberId member, Locale language, int most) {
        Stream<ToDo> invitations =
                groups.inviting(member, most).stream().map(group -> invitation(group, language));
        Stream<ToDo> requests =
                groups.asked(member, most).entrySet().stream()
                        .map(asked -> request(asked.getKey(), asked.getValue(), language));
        return Stream.concat(invitations, requests).limit(most).toList();
    }

    private ToDo invitation(WorkingGroup group, Locale language) {
        return new ToDo(
                words.getTranslation("groups.to-do.invited", language, group.name()),
                words.getTranslation("groups.to-do.invited.why", language),
                words.getTranslation("groups.to-do.invited.act", language),
                Paths.group(group.slug()));
    }

    private ToDo request(WorkingGroup group, int asking, Locale language) {
        return new ToDo(
                words.getTranslation("groups.to-do.asked", language, asking, group.name()),
                words.getTranslation("groups.to-do.asked.why", language),
                words.getTranslation("groups.to-do.asked.act", language),
                PlaceTab.PEOPLE.path(Paths.group(group.slug())));
    }
}

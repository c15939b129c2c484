package org.rotfaden.ui.groups;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.ui.elements.Happened;
import org.rotfaden.ui.elements.Happened.Asked;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Groups that were founded.
@Component
class NewGroups implements Happened.Source {

    private final WorkingGroups groups;
    private final I18NProvider words;

    NewGroups(WorkingGroups groups, I18NProvider words) {
        this.groups = groups;
        this.words = words;
    }

    @Override
    public List<Happened> latest(Asked asked) {
        return groups.newest(asked.member(), asked.since(), asked.most()).stream()
                .map(group -> news(group, asked.language()))
                .toList();
    }

    private Happened news(WorkingGroup group, Locale language) {
        return Happened.onDay(
                group.foundedOn(),
                words.getTranslation("groups.news", language),
                group.id().subject(),
                group.name(),
                Paths.group(group.slug()));
    }
}

package org.rotfaden.ui.palette;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rotfaden.association.Wording;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.ui.elements.Place;
import org.rotfaden.ui.elements.Places;
import org.rotfaden.ui.elements.Titles;
import org.springframework.stereotype.Component;

/// What a member may choose from in the palette.
@Component
public class Choices {

    private static final int MOST = 20;
    private static final int LATEST = 6;

    /// Choices under one heading.
    ///
    /// @param key tells it from the others
    record Group(String key, String heading, String icon, List<Choice> choices) {}

    private final Places places;
    private final SubjectTypes types;
    private final Directory directory;
    private final I18NProvider words;

    Choices(Places places, SubjectTypes types, Directory directory, I18NProvider words) {
        this.places = places;
        this.types = types;
        this.directory = directory;
        this.words = words;
    }

    /// The choices for what was typed; where nothing was, the pages, the latest motions and where
    /// the member belongs.
    List<Group> of(MemberId member, String typed, Locale language) {
        String asked = Wording.plain(typed);
        List<Named> found =
                new ArrayList<>(
                        types.choices(_ -> true, asked, member, asked.isEmpty() ? LATEST : MOST));
        if (asked.isEmpty()) {
            directory.placesOf(member).stream()
                    .map(Belonging::place)
                    .limit(MOST)
                    .forEach(found::add);
        }
        List<Group> groups = new ArrayList<>();
        groups.add(pages(member, asked, language));
        types.all().forEach(type -> groups.add(ofType(type, found, language)));
        return groups.stream().filter(group -> !group.choices().isEmpty()).toList();
    }

    private Group pages(MemberId member, String asked, Locale language) {
        List<Choice> pages =
                places.of(member).stream()
                        .map(place -> page(place, language))
                        .filter(page ->
                                (" " + page.name().toLowerCase(language))
                                        .contains(" " + asked.toLowerCase(language)))
                        .toList();
        return new Group("page", words.getTranslation("palette.section.page", language), "", pages);
    }

    private Choice page(Place place, Locale language) {
        return new Choice(words.getTranslation(place.words(), language), "", place.path());
    }

    private Group ofType(SubjectType type, List<Named> found, Locale language) {
        return new Group(
                type.type(),
                type.names().in(language),
                type.icon(),
                found.stream()
                        .filter(one -> one.subject().type().equals(type.type()))
                        .map(one -> choice(one, language))
                        .toList());
    }

    private Choice choice(Named found, Locale language) {
        return new Choice(
                Titles.ofThing(found.name(), words, language), found.about(), found.path());
    }
}

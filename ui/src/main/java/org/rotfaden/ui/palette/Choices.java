package org.rotfaden.ui.palette;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rotfaden.association.Wording;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.organisation.directory.Found;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Place;
import org.rotfaden.ui.elements.Places;
import org.rotfaden.ui.palette.Choice.Section;
import org.springframework.stereotype.Component;

/// What a member may choose from in the palette.
@Component
public class Choices {

    private static final int MOST_MOTIONS = 6;
    private static final int MOST_FOUND = 16;

    private final Places places;
    private final MotionCatalogue motions;
    private final Directory directory;
    private final I18NProvider words;

    Choices(Places places, MotionCatalogue motions, Directory directory, I18NProvider words) {
        this.places = places;
        this.motions = motions;
        this.directory = directory;
        this.words = words;
    }

    /// The choices for what was typed; where nothing was, the pages, the latest motions and where
    /// the member belongs.
    List<Choice> of(MemberId member, String typed, Locale language) {
        String asked = Wording.plain(typed);
        List<MotionSummary> texts =
                asked.isEmpty()
                        ? motions.latest(member, MOST_MOTIONS)
                        : motions.titled(asked, member, MOST_MOTIONS);
        List<Found> found =
                asked.isEmpty()
                        ? directory.placesOf(member).stream().limit(MOST_FOUND).toList()
                        : directory.find(member, asked, MOST_FOUND);
        return Stream.of(
                        pages(member, asked, language),
                        texts.stream().map(motion -> motion(motion, language)),
                        found.stream().map(Choices::found))
                .flatMap(choices -> choices)
                .toList();
    }

    private Stream<Choice> pages(MemberId member, String asked, Locale language) {
        return places.of(member).stream()
                .map(place -> page(place, language))
                .filter(page ->
                        (" " + page.name().toLowerCase(language))
                                .contains(" " + asked.toLowerCase(language)));
    }

    private Choice page(Place place, Locale language) {
        return new Choice(
                Section.PAGE, words.getTranslation(place.words(), language), "", place.path());
    }

    private Choice motion(MotionSummary motion, Locale language) {
        String title =
                motion.title().isEmpty()
                        ? words.getTranslation("motion.untitled", language)
                        : motion.title();
        return new Choice(Section.MOTION, title, "", Paths.motion(motion.number().value()));
    }

    private static Choice found(Found found) {
        return switch (found.kind()) {
            case UNIT -> choice(Section.UNIT, found, Paths.unit(found.slug()));
            case BODY -> choice(Section.BODY, found, Paths.body(found.slug()));
            case GROUP -> choice(Section.GROUP, found, Paths.group(found.slug()));
            case PERSON -> choice(Section.PERSON, found, Paths.person(found.slug()));
        };
    }

    private static Choice choice(Section section, Found found, String path) {
        return new Choice(section, found.name(), found.about(), path);
    }
}

package org.rotfaden.ui.palette;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.security.Typed;
import org.rotfaden.ui.elements.Doable;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Places;
import org.rotfaden.ui.elements.Titles;
import org.springframework.stereotype.Component;

/// What a member may choose from in the palette.
@Component
public class Choices {

    private static final int MOST = 20;
    private static final int MOST_ACTS = 6;

    /// With fewer letters everything is nearly the same.
    private static final int FEWEST_TO_FORGIVE = 4;

    /// Choices under one heading.
    ///
    /// @param key tells it from the others
    record Group(String key, String heading, String icon, List<Choice> choices) {}

    /// What is offered.
    ///
    /// @param isNearly whether nothing has the words that were typed, and these nearly have
    record Found(List<Group> groups, boolean isNearly) {

        int count() {
            return groups.stream().mapToInt(group -> group.choices().size()).sum();
        }
    }

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

    /// Where nothing was typed: what can be done, where the member has been lately, where she
    /// belongs, the pages of the shell.
    ///
    /// @param acts what can be done
    /// @param open the path of the page that is open
    Found first(MemberId member, List<Doable> acts, String open, Locale language) {
        Optional<String> here = Paths.thingAt(open);
        List<Named> lately =
                RecentPages.ofThisSession().stream()
                        .filter(path -> here.filter(path::equals).isEmpty())
                        .flatMap(path -> types.named(path, member).stream())
                        .toList();
        List<Named> mine =
                directory.placesOf(member).stream()
                        .map(Belonging::place)
                        .filter(place -> !lately.contains(place))
                        .limit(MOST)
                        .toList();
        return found(
                Stream.of(
                        group("act", acts(harmless(acts), "", language), language),
                        group("recent", pages(lately, language), language),
                        group("mine", pages(mine, language), language),
                        group("page", shell(member, "", language), language)));
    }

    /// What fits what was typed. Where nothing does, what nearly does.
    ///
    /// @param acts what can be done
    Found of(MemberId member, List<Doable> acts, Typed typed, Locale language) {
        Found found =
                found(
                        Stream.concat(
                                Stream.of(
                                        group("act", acts(acts, typed.text(), language), language),
                                        group(
                                                "page",
                                                shell(member, typed.text(), language),
                                                language)),
                                things(member, typed, language)));
        if (!found.groups().isEmpty() || typed.text().length() < FEWEST_TO_FORGIVE) {
            return found;
        }
        List<Group> nearly = found(things(member, typed.forgiving(), language)).groups();
        return new Found(nearly, !nearly.isEmpty());
    }

    private static Found found(Stream<Group> groups) {
        return new Found(groups.filter(group -> !group.choices().isEmpty()).toList(), false);
    }

    private Group group(String key, List<Choice> choices, Locale language) {
        return new Group(
                key, words.getTranslation("palette.section." + key, language), "", choices);
    }

    /// A few, and none by accident that would be grave.
    private static List<Doable> harmless(List<Doable> acts) {
        return acts.stream().filter(act -> !act.isGrave()).limit(MOST_ACTS).toList();
    }

    private static List<Choice> acts(List<Doable> acts, String typed, Locale language) {
        return acts.stream()
                .filter(act -> begins(act.words(), typed, language))
                .<Choice>map(Choice.Act::new)
                .toList();
    }

    private List<Choice> shell(MemberId member, String typed, Locale language) {
        return places.of(member).stream()
                .map(place ->
                        new Choice.Page(
                                words.getTranslation(place.words(), language),
                                "",
                                place.path(),
                                false))
                .filter(page -> begins(page.name(), typed, language))
                .<Choice>map(page -> page)
                .toList();
    }

    private static boolean begins(String name, String typed, Locale language) {
        return (" " + name.toLowerCase(language)).contains(" " + typed.toLowerCase(language));
    }

    private Stream<Group> things(MemberId member, Typed typed, Locale language) {
        List<Named> found = types.choices(_ -> true, typed, member, MOST);
        return types.all().stream().map(type -> ofType(type, found, language));
    }

    private Group ofType(SubjectType type, List<Named> found, Locale language) {
        List<Named> own =
                found.stream().filter(one -> one.subject().type().equals(type.type())).toList();
        return new Group(type.type(), type.names().in(language), type.icon(), pages(own, language));
    }

    private List<Choice> pages(List<Named> found, Locale language) {
        return found.stream()
                .<Choice>map(one ->
                        new Choice.Page(
                                Titles.ofThing(one.name(), words, language),
                                one.about(),
                                one.path(),
                                !one.name().isEmpty()))
                .toList();
    }
}

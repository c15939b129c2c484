package org.rotfaden.ui.notices;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.notifications.Notice;
import org.rotfaden.notifications.NoticeChoices;
import org.rotfaden.notifications.Notices;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.notices.ShownNotice.Kind;
import org.springframework.stereotype.Component;

/// What pages of notices are made from, and how they say them.
@Component
record NoticesAtWork(
        Notices notices,
        NoticeChoices choices,
        Members members,
        SubjectTypes types,
        Permissions permissions,
        AssociationName association,
        I18NProvider words,
        Today today,
        Clock clock,
        Live live) {

    private static final Set<String> PLACES =
            Set.of(UnitId.SUBJECT, BodyId.SUBJECT, WorkingGroupId.SUBJECT);

    /// Notices as their reader may see them now: names are asked for when she looks.
    List<ShownNotice> shown(List<Notice> all, MemberId reader, Locale language) {
        Map<Subject, Subject> places =
                all.stream()
                        .map(Notice::subject)
                        .distinct()
                        .flatMap(subject ->
                                placeOf(subject).map(place -> Map.entry(subject, place)).stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<Subject, Named> names =
                names(all.stream().map(Notice::subject).distinct().toList(), reader);
        Map<Subject, Named> placeNames = names(Set.copyOf(places.values()), reader);
        Map<MemberId, Member> people =
                members.some(
                        all.stream().map(Notice::by).filter(Objects::nonNull).distinct().toList());
        return all.stream()
                .map(notice ->
                        new ShownNotice(
                                notice.id(),
                                notice.subject(),
                                sentence(notice, names, people, language),
                                words.getTranslation("notice.why." + notice.why(), language),
                                kind(notice.why(), language),
                                place(places.get(notice.subject()), placeNames),
                                notice.at(),
                                notice.isUnread()))
                .toList();
    }

    private static @Nullable Named place(@Nullable Subject place, Map<Subject, Named> names) {
        return place == null ? null : names.get(place);
    }

    Map<Subject, Named> names(Collection<Subject> subjects, MemberId reader) {
        return types.find(subjects, reader).stream()
                .collect(Collectors.toMap(Named::subject, Function.identity()));
    }

    Kind kind(String why, Locale language) {
        return new Kind(why, words.getTranslation("notice.kind." + why, language));
    }

    /// What something is called.
    String name(@Nullable Named named, Locale language) {
        if (named != null && named.subject().equals(Subject.ASSOCIATION)) {
            return association.toString();
        }
        return Titles.ofThing(named == null ? "" : named.name(), words, language);
    }

    private String sentence(
            Notice notice,
            Map<Subject, Named> names,
            Map<MemberId, Member> people,
            Locale language) {
        MemberId by = notice.by();
        Member person = by == null ? null : people.get(by);
        return words.getTranslation(
                "notice." + notice.why(),
                language,
                person == null ? words.getTranslation("notice.somebody", language) : person.name(),
                name(names.get(notice.subject()), language),
                notice.count());
    }

    /// The unit, the body or the group to which something belongs, or which it is.
    private Optional<Subject> placeOf(Subject subject) {
        return PLACES.contains(subject.type())
                ? Optional.of(subject)
                : permissions.scopeOf(subject).stream()
                        .flatMap(scope -> scope.owners().stream())
                        .filter(owner -> PLACES.contains(owner.type()))
                        .findFirst();
    }
}

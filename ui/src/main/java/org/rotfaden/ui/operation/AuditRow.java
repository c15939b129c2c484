package org.rotfaden.ui.operation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.audit.AuditEntry;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.When;

/// One thing that somebody did: what, where, when, and the ids of who did it and whom it concerned.
final class AuditRow extends ListItem {

    private static final int SHORT = 8;

    /// An entry with the places in it of which the reader may know.
    ///
    /// @param where nothing where it is about a person or a text
    /// @param concerned nothing where it is a person, or where there is none
    record Shown(AuditEntry entry, @Nullable Named where, @Nullable Named concerned) {}

    /// The places in some entries of which a reader may know; people and texts are not looked up.
    static final class Places {

        private static final Set<String> TYPES =
                Set.of(UnitId.SUBJECT, BodyId.SUBJECT, WorkingGroupId.SUBJECT);

        private final Map<UUID, Named> byId = new HashMap<>();

        private Places(Collection<Named> places) {
            places.forEach(place -> byId.put(place.subject().id(), place));
        }

        static Places of(List<AuditEntry> entries, SubjectTypes types, MemberId reader) {
            List<Subject> asked =
                    entries.stream()
                            .flatMap(entry ->
                                    Stream.concat(
                                            Stream.of(entry.subject()),
                                            Stream.ofNullable(entry.concerned())
                                                    .flatMap(Places::anyPlace)))
                            .filter(subject -> TYPES.contains(subject.type()))
                            .distinct()
                            .toList();
            return new Places(types.find(asked, reader));
        }

        /// What else an entry concerns has only an id.
        private static Stream<Subject> anyPlace(UUID id) {
            return TYPES.stream().map(type -> new Subject(type, id));
        }

        Shown shown(AuditEntry entry) {
            UUID concerned = entry.concerned();
            return new Shown(
                    entry,
                    byId.get(entry.subject().id()),
                    concerned == null ? null : byId.get(concerned));
        }
    }

    AuditRow(Shown shown, Clock clock) {
        AuditEntry entry = shown.entry();
        var what = new Div(new Span(said("audit.", entry.action())));
        what.addClassName("what");
        Subject subject = entry.subject();
        what.add(
                new Span(" · "),
                place(shown.where(), said("operation.subject.", subject.type()), subject.id()));
        var about = new Div(new Span("#" + entry.sequence() + " · "), new When(entry.at(), clock));
        about.addClassName("about");
        about.add(
                new Span(" · " + getTranslation("operation.audit.by") + " "),
                id(getTranslation("operation.subject.member"), entry.actor().value()));
        if (entry.concerned() != null) {
            about.add(
                    new Span(" · " + getTranslation("operation.audit.concerned") + " "),
                    place(shown.concerned(), "", entry.concerned()));
        }
        add(what, about);
    }

    private static Component place(@Nullable Named place, String kind, UUID id) {
        return place == null ? id(kind, id) : PageLink.named(place.path(), place.name());
    }

    /// The beginning of an id tells one from another; the whole stands behind it.
    private static Span id(String kind, UUID id) {
        var shown = new Span((kind + " " + id.toString().substring(0, SHORT)).strip());
        shown.setTitle(id.toString());
        return shown;
    }

    /// What a version to come writes has only its code.
    private String said(String kind, String code) {
        String words = getTranslation(kind + code);
        return words.equals(kind + code) ? code : words;
    }
}

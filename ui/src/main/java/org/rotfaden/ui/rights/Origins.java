package org.rotfaden.ui.rights;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.Optional;
import org.rotfaden.security.Grant;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.springframework.stereotype.Component;

/// Says where a role is held that reaches further than its own place.
@Component
record Origins(SubjectTypes types, Permissions permissions, I18NProvider words) {

    /// From where somebody has a role with a thing; nothing where it is held at the thing itself.
    Optional<String> of(Grant grant, Thing thing, MemberId reader, Locale language) {
        Subject where = grant.where();
        if (where.equals(thing.subject())) {
            return Optional.empty();
        }
        if (where.equals(Subject.EVERYBODY)) {
            return Optional.of(words.getTranslation("rights.from.everybody", language));
        }
        String key = isOwner(where, thing) ? "rights.from.owner" : "rights.from.above";
        return types.find(where, reader)
                .map(place -> words.getTranslation(key, language, place.name()));
    }

    private boolean isOwner(Subject where, Thing thing) {
        return permissions.scopeOf(thing.subject()).stream()
                .anyMatch(scope -> scope.owners().contains(where));
    }

    /// The same of somebody else, to stand behind a reason.
    Optional<String> ofOther(Grant grant, Thing thing, MemberId reader, Locale language) {
        return grant.where().equals(thing.subject())
                ? Optional.empty()
                : types.find(grant.where(), reader)
                        .map(place ->
                                words.getTranslation("rights.other-from", language, place.name()));
    }

    /// A reason that holds from a day on.
    String notBefore(String day, String reason, Locale language) {
        return words.getTranslation("rights.not-before", language, day, reason);
    }
}

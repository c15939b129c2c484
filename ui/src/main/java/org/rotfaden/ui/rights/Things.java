package org.rotfaden.ui.rights;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.Optional;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.ui.elements.Titles;
import org.springframework.stereotype.Component;

/// Finds what a page of rights is about by the address of the thing's own page.
@Component
class Things {

    private final SubjectTypes types;
    private final I18NProvider words;

    Things(SubjectTypes types, I18NProvider words) {
        this.types = types;
        this.words = words;
    }

    /// The thing whose page is at this address.
    ///
    /// @return nothing when there is none of which the reader may know
    Optional<Thing> at(String path, MemberId reader, Locale language) {
        return types.named(path, reader)
                .flatMap(found ->
                        types.of(found.subject())
                                .map(type ->
                                        new Thing(
                                                type,
                                                found.subject(),
                                                Titles.ofThing(found.name(), words, language),
                                                found.path())));
    }
}

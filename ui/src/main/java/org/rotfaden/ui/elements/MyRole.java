package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Optional;
import org.rotfaden.security.Grant;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.web.Sentences;
import org.springframework.stereotype.Component;

/// As what somebody is at a place, in one sentence, and the way to what she may do there and why.
@Component
public class MyRole {

    private final Permissions permissions;
    private final Sentences sentences;

    MyRole(Permissions permissions, Sentences sentences) {
        this.permissions = permissions;
        this.sentences = sentences;
    }

    /// For the facts of a place.
    ///
    /// @param path of the place
    public Span at(Subject place, String path, MemberId reader, Locale language) {
        var line = new Span();
        Optional<Grant> role =
                permissions.grantsOf(reader).stream()
                        .filter(grant -> grant.where().equals(place))
                        .findFirst();
        role.ifPresent(grant -> line.add(new Span(sentences.of(grant.reason(), language) + " ")));
        String words = role.isPresent() ? "why" : "rights.link";
        var why = new PageLink(Paths.rights(path), line.getTranslation(words));
        why.getElement().setAttribute("aria-label", line.getTranslation("rights.link"));
        line.add(why);
        return line;
    }
}

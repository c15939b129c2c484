package org.rotfaden.ui.elements;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;
import org.rotfaden.realtime.PersonColour;
import org.rotfaden.security.MemberId;

/// The initials of a person in her colour, beside her name.
public final class Face extends Span {

    private static final int MOST_LETTERS = 2;

    public Face(String name, MemberId member) {
        super(initials(name));
        addClassName("face");
        getElement().setAttribute("aria-hidden", "true");
        getStyle().set("--rf-person", PersonColour.of(member));
    }

    /// The first letters of a name.
    public static String initials(String name) {
        return Stream.of(name.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .limit(MOST_LETTERS)
                .map(word -> Character.toString(word.codePointAt(0)))
                .collect(joining());
    }
}

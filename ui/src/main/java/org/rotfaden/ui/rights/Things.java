package org.rotfaden.ui.rights;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.Optional;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionNumber;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.Owners;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// Finds what a page of rights is about by the address of the thing's own page.
@Component
class Things {

    private final Owners owners;
    private final MotionCatalogue motions;
    private final AssociationName association;
    private final I18NProvider words;

    Things(
            Owners owners,
            MotionCatalogue motions,
            AssociationName association,
            I18NProvider words) {
        this.owners = owners;
        this.motions = motions;
        this.association = association;
        this.words = words;
    }

    /// The thing whose page is at this address.
    ///
    /// @return nothing when there is none of which the reader may know
    Optional<Thing> at(String path, MemberId reader, Locale language) {
        String[] steps = path.split("/", -1);
        return switch (steps[0]) {
            case Paths.ASSOCIATION ->
                    Optional.of(
                            new Thing(
                                    Kind.ASSOCIATION,
                                    Subject.ASSOCIATION,
                                    association.toString(),
                                    path));
            case Paths.MOTIONS -> motion(steps[1], reader, language);
            case Paths.UNITS -> owned(Kind.UNIT, path, reader);
            case Paths.BODIES -> owned(Kind.BODY, path, reader);
            case Paths.GROUPS -> owned(Kind.GROUP, path, reader);
            default -> Optional.empty();
        };
    }

    private Optional<Thing> owned(Kind kind, String path, MemberId reader) {
        return owners.at(path, reader)
                .map(owner -> new Thing(kind, owner.subject(), owner.name(), path));
    }

    private Optional<Thing> motion(String number, MemberId reader, Locale language) {
        return number.matches("\\d{1,9}")
                ? motions.find(reader, new MotionNumber(Integer.parseInt(number)))
                        .map(motion ->
                                new Thing(
                                        Kind.MOTION,
                                        motion.id().subject(),
                                        nameOf(motion, language),
                                        Paths.motion(motion.number().value())))
                : Optional.empty();
    }

    private String nameOf(MotionSummary motion, Locale language) {
        return motion.title().isEmpty()
                ? words.getTranslation("motion.untitled", language)
                : motion.title();
    }
}

package org.rotfaden.ui.bodies;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rotfaden.organisation.bodies.Begun;
import org.rotfaden.organisation.bodies.ElectionCalendar;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.ui.elements.Happened;
import org.rotfaden.ui.elements.Happened.Asked;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// People who took office where a member belongs.
@Component
class NewInOffice implements Happened.Source {

    private final ElectionCalendar elections;
    private final Units units;
    private final I18NProvider words;

    NewInOffice(ElectionCalendar elections, Units units, I18NProvider words) {
        this.elections = elections;
        this.units = units;
        this.words = words;
    }

    @Override
    public List<Happened> latest(Asked asked) {
        List<UnitId> where =
                asked.places().stream()
                        .map(Belonging::unit)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        return elections.begun(where, asked.since(), asked.most()).stream()
                .map(begun -> news(begun, asked.language()))
                .toList();
    }

    private Happened news(Begun begun, Locale language) {
        return Happened.onDay(
                begun.from(),
                words.getTranslation("bodies.news", language, begun.people()),
                begun.unit().subject(),
                begun.name() + " · " + units.get(begun.unit()).name(),
                Paths.body(begun.slug()));
    }
}

package org.rotfaden.ui.bodies;

import com.vaadin.flow.i18n.I18NProvider;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rotfaden.organisation.bodies.Begun;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Happened;
import org.rotfaden.ui.elements.HomeZone;
import org.rotfaden.ui.elements.Paths;
import org.springframework.stereotype.Component;

/// People who took office where a member belongs.
@Component
class NewInOffice implements Happened.Source {

    private final Offices offices;
    private final Units units;
    private final I18NProvider words;

    NewInOffice(Offices offices, Units units, I18NProvider words) {
        this.offices = offices;
        this.units = units;
        this.words = words;
    }

    @Override
    public List<Happened> latest(
            MemberId member,
            Collection<Belonging> places,
            LocalDate since,
            Locale language,
            int most) {
        List<UnitId> where =
                places.stream().map(Belonging::unit).flatMap(Optional::stream).distinct().toList();
        return offices.begun(where, since, most).stream()
                .map(begun -> news(begun, language))
                .toList();
    }

    private Happened news(Begun begun, Locale language) {
        return new Happened(
                begun.from().atStartOfDay(HomeZone.current()).toInstant(),
                begun.from(),
                words.getTranslation("bodies.news", language, begun.people()),
                begun.unit().subject(),
                begun.name() + " · " + units.get(begun.unit()).name(),
                Paths.body(begun.slug()));
    }
}

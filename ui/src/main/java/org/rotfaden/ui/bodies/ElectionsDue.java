package org.rotfaden.ui.bodies;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.rotfaden.organisation.bodies.ElectionCalendar;
import org.rotfaden.organisation.bodies.SeatsDue;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.ToDo;
import org.springframework.stereotype.Component;

/// Offices that are empty or soon will be, for whoever writes down elections there.
@Component
class ElectionsDue implements ToDo.Source {

    /// So early an election is prepared.
    private static final int DAYS_BEFORE = 90;

    private final ElectionCalendar elections;
    private final Units units;
    private final Today today;
    private final I18NProvider words;

    ElectionsDue(ElectionCalendar elections, Units units, Today today, I18NProvider words) {
        this.elections = elections;
        this.units = units;
        this.today = today;
        this.words = words;
    }

    @Override
    public List<ToDo> of(MemberId member, Locale language, int most) {
        return elections.due(member, today.date().plusDays(DAYS_BEFORE), most).stream()
                .map(due -> toDo(due, language))
                .toList();
    }

    private ToDo toDo(SeatsDue due, Locale language) {
        String unit = units.get(due.unit()).name();
        String why = words.getTranslation("bodies.to-do.why", language, unit);
        return due.ending()
                .map(last ->
                        new ToDo(
                                words.getTranslation(
                                        "bodies.to-do.ending",
                                        language,
                                        due.name(),
                                        unit,
                                        Day.inWords(last, language)),
                                why,
                                words.getTranslation("succession.title", language),
                                BodyPaths.newlyElected(due.slug())))
                .orElseGet(() ->
                        new ToDo(
                                words.getTranslation(
                                        "bodies.to-do.vacant",
                                        language,
                                        due.vacant(),
                                        due.name(),
                                        unit),
                                why,
                                words.getTranslation("bodies.to-do.vacant.act", language),
                                Paths.body(due.slug())));
    }
}

package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Day;

/// Who holds which office until when, what is vacant, who comes next.
final class OfficesSection extends Section {

    private final transient OfficesAtWork work;
    private final transient Body body;
    private final transient Unit unit;
    private final transient MemberId reader;
    private final transient OnRecord record;
    private final transient Map<Seat, Integer> vacancies;
    private final boolean administers;

    OfficesSection(OfficesAtWork work, Body body, Unit unit, MemberId reader, boolean administers) {
        this.work = work;
        this.body = body;
        this.unit = unit;
        this.reader = reader;
        this.administers = administers && !body.term().isOverOn(work.today());
        List<Office> known = work.offices().everIn(body.id());
        this.record = work.onRecord(reader, known);
        this.vacancies = work.offices().vacancies(body);
        List<Office> held =
                known.stream().filter(office -> office.term().includes(work.today())).toList();
        List<Office> later =
                known.stream()
                        .filter(office -> office.term().from().isAfter(work.today()))
                        .toList();
        add(new H2(getTranslation("offices.title")), list(held));
        if (!later.isEmpty()) {
            add(new H2(getTranslation("offices.later")), laterList(later));
        }
    }

    private Component list(List<Office> held) {
        List<String> titles =
                Stream.concat(
                                body.seats().stream().map(Seat::title),
                                held.stream().map(Office::title))
                        .distinct()
                        .toList();
        if (titles.isEmpty()) {
            return new Paragraph(getTranslation("offices.none"));
        }
        var rows = new UnorderedList();
        rows.addClassNames("rows", "offices");
        titles.forEach(title ->
                rows.add(
                        seat(
                                title,
                                held.stream()
                                        .filter(office -> office.title().equals(title))
                                        .toList())));
        return rows;
    }

    private ListItem seat(String title, List<Office> held) {
        var holders = new UnorderedList();
        held.forEach(office -> holders.add(holder(office)));
        vacancies.entrySet().stream()
                .filter(vacancy -> vacancy.getKey().title().equals(title))
                .forEach(vacancy -> holders.add(vacancy(vacancy.getKey(), vacancy.getValue())));
        return new ListItem(new H3(title), holders);
    }

    private ListItem holder(Office office) {
        var until =
                new Span(
                        getTranslation(
                                "office.until",
                                Day.inWords(office.term().end().orElseThrow(), getLocale())));
        until.addClassName("about");
        var row = new ListItem(record.link(office), until);
        boolean mine = office.member().equals(reader);
        if (administers || mine) {
            row.add(ending(office, mine));
        }
        return row;
    }

    private Button ending(Office office, boolean mine) {
        var end =
                new Act(
                        getTranslation(mine ? "office.lay-down" : "office.end"),
                        () -> new EndOfficeDialog(work, body, unit, office, reader).open());
        end.addThemeVariants(ButtonVariant.TERTIARY);
        end.setAriaLabel(
                getTranslation(
                        mine ? "office.lay-down-of" : "office.end-of",
                        office.title(),
                        record.name(office)));
        return end;
    }

    private ListItem vacancy(Seat seat, int free) {
        var vacant = new Span(getTranslation("office.vacant", free));
        vacant.addClassName("vacant");
        var row = new ListItem(vacant);
        if (administers) {
            var fill =
                    new Act(
                            getTranslation("office.fill"),
                            () -> new ByElectionDialog(work, body, seat, reader).open());
            fill.addThemeVariants(ButtonVariant.TERTIARY);
            fill.setAriaLabel(getTranslation("office.fill-of", seat.title()));
            row.add(fill);
        }
        return row;
    }

    private Component laterList(List<Office> later) {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "offices-later");
        later.forEach(office -> {
            var term =
                    new Div(
                            getTranslation(
                                    "office.later",
                                    office.title(),
                                    Day.inWords(office.term().from(), getLocale()),
                                    Day.inWords(office.term().end().orElseThrow(), getLocale())));
            term.addClassName("about");
            var row = new ListItem(record.link(office), term);
            if (administers) {
                row.add(ending(office, office.member().equals(reader)));
            }
            rows.add(row);
        });
        return rows;
    }
}

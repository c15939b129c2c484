package org.rotfaden.ui.units;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;

/// Who leads a unit, its bodies and its groups.
final class UnitPlaces extends Div {

    private final transient UnitsAtWork work;

    UnitPlaces(UnitsAtWork work, Live live, Unit unit, MemberId reader) {
        this.work = work;
        var places = new Div();
        add(places, new UnitGroups(work.groups(), live, unit.id(), reader));
        live.page(places, reader, () -> show(places, unit, reader))
                .hears(BodyEvent.class, event -> event.unit().equals(unit.id()));
    }

    private void show(Div places, Unit unit, MemberId reader) {
        places.removeAll();
        List<Body> bodies = work.bodies().of(unit.id());
        bodies.stream()
                .filter(body -> body.kind() == BodyKind.EXECUTIVE_COMMITTEE)
                .forEach(body -> places.add(leaders(body, reader)));
        if (bodies.stream().noneMatch(body -> body.kind() == BodyKind.EXECUTIVE_COMMITTEE)) {
            places.add(
                    new Section(
                            new H2(getTranslation("unit.leaders")),
                            new Paragraph(getTranslation("unit.no-leaders"))));
        }
        List<Body> others =
                bodies.stream()
                        .filter(body -> body.kind() != BodyKind.EXECUTIVE_COMMITTEE)
                        .toList();
        if (!others.isEmpty()) {
            places.add(new Section(new H2(getTranslation("unit.bodies")), bodyRows(others)));
        }
    }

    private Section leaders(Body body, MemberId reader) {
        List<Office> offices = work.offices().in(body.id());
        Map<MemberId, Member> people =
                work.inSightOf(reader, offices.stream().map(Office::member).toList());
        var rows = new UnorderedList();
        rows.addClassNames("rows", "leaders");
        offices.forEach(office -> rows.add(leader(office, people.get(office.member()))));
        work.offices()
                .vacancies(body)
                .forEach((seat, free) -> {
                    var vacant = new Span(getTranslation("office.vacant", free));
                    vacant.addClassName("vacant");
                    var title = new Span(seat.title());
                    title.addClassName("office-title");
                    rows.add(new ListItem(title, vacant));
                });
        return new Section(new H2(PageLink.named(Paths.body(body.slug()), body.name())), rows);
    }

    private ListItem leader(Office office, @Nullable Member person) {
        var title = new Span(office.title());
        title.addClassName("office-title");
        var until =
                new Span(
                        getTranslation(
                                "office.until",
                                Day.inWords(office.term().end().orElseThrow(), getLocale())));
        until.addClassName("about");
        Component name =
                person == null
                        ? new Span(getTranslation("person.hidden"))
                        : new PageLink(Paths.person(person.slug()), person.name());
        return new ListItem(title, name, until);
    }

    private Component bodyRows(List<Body> bodies) {
        var rows = new UnorderedList();
        rows.addClassNames("rows", "unit-rows");
        bodies.forEach(body -> {
            var about = new Span(getTranslation("body.kind." + body.kind()));
            about.addClassName("about");
            rows.add(new ListItem(PageLink.named(Paths.body(body.slug()), body.name()), about));
        });
        return rows;
    }
}

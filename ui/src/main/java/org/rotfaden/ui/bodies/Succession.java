package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.ThreadLine;
import org.rotfaden.ui.elements.ThreadLine.Knot;

/// Who was elected when: the latest elections as a thread, all of them on record below it.
final class Succession extends Section {

    private static final int KNOTS = 5;
    private static final int NAMES = 3;

    /// What was elected together.
    private record Election(LocalDate from, @Nullable LocalDate on, @Nullable String by) {

        static Election of(Office office) {
            return new Election(office.term().from(), office.electedOn(), office.electedBy());
        }
    }

    private final transient OfficesAtWork work;
    private final transient Map<Election, List<Office>> elections;
    private final transient OnRecord record;

    Succession(OfficesAtWork work, Body body, MemberId reader) {
        this.work = work;
        List<Office> known = work.offices().everIn(body.id());
        this.record = work.onRecord(reader, known);
        this.elections =
                known.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Election::of, LinkedHashMap::new, Collectors.toList()));
        show();
    }

    private void show() {
        setVisible(!elections.isEmpty());
        add(new H2(getTranslation("succession.thread")), thread());
        Map<Election, List<Office>> former = former();
        if (!former.isEmpty()) {
            var record = new NativeDetails(getTranslation("succession.record"));
            record.addClassName("record");
            record.setContent(record(former));
            add(record);
        }
    }

    private ThreadLine thread() {
        List<Knot> knots = new ArrayList<>();
        elections.entrySet().stream()
                .limit(KNOTS)
                .sorted(Comparator.comparing(election -> election.getKey().from()))
                .forEach(election -> knots.add(knot(election.getKey(), election.getValue())));
        elections.values().stream()
                .flatMap(List::stream)
                .map(office -> office.term().end().orElseThrow())
                .max(Comparator.naturalOrder())
                .filter(last -> !last.isBefore(work.today()))
                .ifPresent(last ->
                        knots.add(
                                Knot.next(getTranslation("succession.next"))
                                        .with(getTranslation("succession.until", inWords(last)))));
        return new ThreadLine(getTranslation("succession.about"), knots);
    }

    private Knot knot(Election election, List<Office> offices) {
        ThreadLine.State state = state(offices);
        return new Knot(state, inWords(election.from()), holders(offices), "");
    }

    /// The first names; all others are counted.
    private String holders(List<Office> offices) {
        List<String> names =
                offices.stream()
                        .flatMap(office -> record.holder(office).stream())
                        .map(Member::name)
                        .limit(NAMES)
                        .toList();
        int others = offices.size() - names.size();
        if (names.isEmpty()) {
            return getTranslation("succession.people", others);
        }
        String named = String.join(", ", names);
        return others == 0 ? named : getTranslation("succession.more", named, others);
    }

    private ThreadLine.State state(List<Office> offices) {
        if (offices.stream().anyMatch(office -> office.term().includes(work.today()))) {
            return ThreadLine.State.NOW;
        }
        return offices.stream().allMatch(office -> office.term().isOverOn(work.today()))
                ? ThreadLine.State.DONE
                : ThreadLine.State.NEXT;
    }

    private Map<Election, List<Office>> former() {
        Map<Election, List<Office>> former = new LinkedHashMap<>();
        elections.forEach((election, offices) -> {
            List<Office> over =
                    offices.stream()
                            .filter(office -> office.term().isOverOn(work.today()))
                            .toList();
            if (!over.isEmpty()) {
                former.put(election, over);
            }
        });
        return former;
    }

    private Div record(Map<Election, List<Office>> former) {
        var all = new Div();
        former.forEach((election, offices) -> {
            var heading = new Div(elected(election));
            heading.addClassName("record-head");
            var rows = new UnorderedList();
            rows.addClassNames("rows", "former");
            offices.forEach(office -> rows.add(row(office)));
            all.add(heading, rows);
        });
        return all;
    }

    private String elected(Election election) {
        String by = election.by() == null ? "" : election.by();
        if (election.on() == null) {
            return getTranslation("succession.since", inWords(election.from()));
        }
        return by.isEmpty()
                ? getTranslation("succession.elected", inWords(election.on()))
                : getTranslation("succession.elected-by", inWords(election.on()), by);
    }

    private ListItem row(Office office) {
        var term =
                new Span(
                        getTranslation(
                                "office.term",
                                office.title(),
                                inWords(office.term().from()),
                                inWords(office.term().end().orElseThrow())));
        term.addClassName("about");
        var row = new ListItem(record.link(office), new Div(term));
        if (office.because() != null) {
            var because = new Div(getTranslation("office.because." + office.because()));
            because.addClassName("about");
            row.add(because);
        }
        return row;
    }

    private String inWords(LocalDate day) {
        return Day.inWords(day, getLocale());
    }
}

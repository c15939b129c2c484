package org.rotfaden.ui.units;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitState;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.ThreadLine;
import org.rotfaden.ui.elements.ThreadLine.Knot;

/// Where a unit came from, what it was called and where it stood, and what became of it.
final class UnitHistory extends Section {

    private final transient UnitsAtWork work;

    UnitHistory(UnitsAtWork work, Unit unit) {
        this.work = work;
        List<Knot> knots = new ArrayList<>();
        work.units()
                .predecessors(unit.id())
                .forEach(id -> {
                    Unit before = work.units().get(id);
                    knots.add(
                            Knot.done(before.name())
                                    .with(getTranslation("unit.predecessor"))
                                    .leadingTo(Paths.unit(before.slug())));
                });
        List<UnitState> states = work.units().history(unit.id());
        for (int at = 0; at < states.size(); at++) {
            knots.add(knot(states, at, unit.isOver()));
        }
        work.units()
                .successors(unit.id())
                .forEach(id -> {
                    Unit after = work.units().get(id);
                    knots.add(
                            Knot.now(after.name())
                                    .with(getTranslation("unit.successor"))
                                    .leadingTo(Paths.unit(after.slug())));
                });
        add(
                new H2(getTranslation("unit.history")),
                new ThreadLine(getTranslation("unit.history"), knots));
    }

    private Knot knot(List<UnitState> states, int at, boolean isOver) {
        UnitState state = states.get(at);
        boolean isLast = at == states.size() - 1;
        String since = Day.inWords(state.term().from(), getLocale());
        String told;
        if (at > 0 && !Objects.equals(states.get(at - 1).parent(), state.parent())) {
            String above = state.parent() == null ? "" : work.units().get(state.parent()).name();
            told = getTranslation("unit.moved-on", since, above);
        } else {
            told = getTranslation(at == 0 ? "unit.since" : "unit.renamed-on", since);
        }
        if (isLast && isOver) {
            told +=
                    state.term()
                            .end()
                            .map(last ->
                                    ", "
                                            + getTranslation(
                                                    "unit.until", Day.inWords(last, getLocale())))
                            .orElse("");
        }
        Knot knot = isLast && !isOver ? Knot.now(state.name()) : Knot.done(state.name());
        return knot.with(told);
    }
}

package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rotfaden.association.Term;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.ui.elements.DayPicker;
import org.rotfaden.ui.elements.Refusals;

/// When and by whom was elected, and from when to when the elected are in office.
final class ElectionFields extends Div {

    private static final int LONGEST_WORDS = 100;

    final DayPicker electedOn;
    final TextField electedBy = new TextField(getTranslation("election.by"));
    final DayPicker from;
    final DayPicker lastDay;
    private final transient Body body;

    /// @param last the last day in office, where another than the full term is usual
    ElectionFields(Body body, LocalDate today, Optional<LocalDate> last) {
        this.body = body;
        addClassName("election");
        electedOn = new DayPicker(getTranslation("election.on"), today);
        electedOn.setMax(today);
        electedBy.setHelperText(getTranslation("election.by.help"));
        electedBy.setMaxLength(LONGEST_WORDS);
        electedBy.setValueChangeMode(ValueChangeMode.LAZY);
        from = new DayPicker(getTranslation("election.from"), today);
        lastDay =
                new DayPicker(
                        getTranslation("election.until"), last.orElseGet(() -> fullTerm(today)));
        lastDay.setHelperText(getTranslation("election.until.help", body.termMonths()));
        if (last.isEmpty()) {
            from.addValueChangeListener(change ->
                    followTerm(Optional.ofNullable(change.getOldValue()).filter(Term::isPossible)));
        }
        add(electedOn, electedBy, from, lastDay);
    }

    /// Which rule is about which field.
    void placeRefusals(Refusals refusals) {
        refusals.about(lastDay, "TERM_TOO_LONG", "INVALID_ELECTION", "INVALID_TERM")
                .about(from, "LATER_ELECTION_KNOWN")
                .about(electedBy, "UNREADABLE_WORDS");
    }

    /// What was elected, when all days are there.
    Optional<Election> election(List<Election.Elected> elected) {
        Optional<LocalDate> on = electedOn.chosen();
        Optional<LocalDate> first = from.chosen();
        Optional<LocalDate> last = lastDay.chosen();
        if (on.isEmpty() || first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Election(
                        body.id(),
                        elected,
                        new Term(first.get(), last.get()),
                        on.get(),
                        electedBy.getValue()));
    }

    private LocalDate fullTerm(LocalDate first) {
        return first.plusMonths(body.termMonths()).minusDays(1);
    }

    /// The last day follows the first until somebody chooses another.
    private void followTerm(Optional<LocalDate> before) {
        boolean untouched =
                lastDay.isEmpty()
                        || before.map(this::fullTerm)
                                .filter(last -> !last.equals(lastDay.getValue()))
                                .isEmpty();
        from.day().filter(_ -> untouched).ifPresent(first -> lastDay.setValue(fullTerm(first)));
    }
}

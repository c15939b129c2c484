package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.ui.elements.PersonPicker;

/// Who was elected to an office: as many fields as it has seats. An office with many seats shows
/// further fields when the ones that are there are filled.
final class SeatFields extends FieldSet {

    private static final int AT_FIRST = 4;

    private final transient Seat seat;
    private final transient PersonPicker.People people;
    private final transient Runnable changed;
    private final List<PersonPicker> pickers = new ArrayList<>();
    private final Div fields = new Div();

    SeatFields(Seat seat, List<Member> before, PersonPicker.People people, Runnable changed) {
        super(seat.title());
        this.seat = seat;
        this.people = people;
        this.changed = changed;
        addClassName("seat-fields");
        fields.addClassName("pickers");
        for (int place = 0; place < Math.min(seat.seats(), AT_FIRST); place++) {
            addPicker();
        }
        add(fields);
        if (!before.isEmpty()) {
            var asBefore =
                    new Button(
                            getTranslation("succession.as-before"),
                            _ -> {
                                fill(before);
                                pickers.getFirst().focus();
                            });
            asBefore.addThemeVariants(ButtonVariant.TERTIARY);
            asBefore.setAriaLabel(getTranslation("succession.as-before-in", seat.title()));
            add(asBefore);
        }
    }

    String title() {
        return seat.title();
    }

    void fill(List<Member> elected) {
        pickers.forEach(PersonPicker::clear);
        for (int place = 0; place < Math.min(elected.size(), seat.seats()); place++) {
            if (place == pickers.size()) {
                addPicker();
            }
            pickers.get(place).setValue(elected.get(place));
        }
    }

    List<Member> members() {
        return pickers.stream().map(PersonPicker::getValue).filter(Objects::nonNull).toList();
    }

    Stream<Election.Elected> elected() {
        return members().stream().map(member -> new Election.Elected(seat.title(), member.id()));
    }

    /// The field that names somebody a second time.
    Optional<PersonPicker> twice() {
        List<Member> seen = new ArrayList<>();
        for (PersonPicker picker : pickers) {
            picker.setInvalid(false);
            if (picker.getValue() != null && seen.contains(picker.getValue())) {
                return Optional.of(picker);
            }
            seen.add(picker.getValue());
        }
        return Optional.empty();
    }

    PersonPicker first() {
        return pickers.getFirst();
    }

    private void addPicker() {
        String label =
                seat.seats() == 1
                        ? getTranslation("succession.person")
                        : getTranslation("succession.person-of", pickers.size() + 1, seat.seats());
        var picker = new PersonPicker(label, people);
        picker.addValueChangeListener(_ -> {
            showFurther();
            changed.run();
        });
        pickers.add(picker);
        fields.add(picker);
    }

    private void showFurther() {
        boolean full = pickers.stream().allMatch(picker -> picker.getValue() != null);
        if (full && pickers.size() < seat.seats()) {
            addPicker();
        }
    }
}

package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import org.rotfaden.association.Name;
import org.rotfaden.organisation.bodies.BodyDescription;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.OfficeRole;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.CountField;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.OneOf;
import org.rotfaden.ui.elements.Refusals;

/// What a body is: its kind, its name, how it is made up, its offices.
final class BodyForm extends Div {

    private static final int USUAL_TERM = 24;
    private static final int LONGEST_TERM = 60;
    private static final int LONGEST_COMPOSITION = 2000;
    private static final int MOST_SEATS = 1000;

    /// An office of the body in the form.
    private static final class SeatRow extends Div {

        private final TextField title = new TextField(getTranslation("seat.title"));
        private final Select<OfficeRole> role;
        private final CountField seats =
                new CountField(getTranslation("seat.seats"), 1, MOST_SEATS);

        SeatRow(Runnable removed) {
            addClassName("seat-row");
            getElement().setAttribute("role", "group");
            getElement().setAttribute("aria-label", getTranslation("seat.row"));
            role =
                    OneOf.folded(
                            "seat.role",
                            List.of(OfficeRole.values()),
                            value -> "office.role." + value);
            role.setValue(OfficeRole.ASSESSOR);
            seats.setValue(1);
            var remove =
                    new Button(
                            getTranslation("seat.remove"),
                            _ -> {
                                removeFromParent();
                                removed.run();
                            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            add(title, role, seats, remove);
        }

        SeatRow show(Seat seat) {
            title.setValue(seat.title());
            role.setValue(seat.role());
            seats.setValue(seat.seats());
            return this;
        }

        Seat seat() {
            Integer number = seats.getValue();
            return new Seat(role.getValue(), title.getValue(), number == null ? 0 : number);
        }
    }

    private final TextField name = new TextField(getTranslation("body.name"));
    private final Select<BodyKind> kind;
    private final TextArea composition = new TextArea(getTranslation("body.composition"));
    private final CountField termMonths =
            new CountField(getTranslation("body.term-months"), 1, LONGEST_TERM);
    private final Div seats = new Div();
    private final Act another;

    /// @param seatsBefore the offices to begin with
    BodyForm(List<Seat> seatsBefore) {
        addClassName("form");
        name.setAutofocus(true);
        name.setMaxLength(Name.LONGEST);
        kind = OneOf.folded("body.kind", List.of(BodyKind.values()), value -> "body.kind." + value);
        composition.setMaxLength(LONGEST_COMPOSITION);
        composition.setHelperText(getTranslation("body.composition.help"));
        termMonths.setValue(USUAL_TERM);
        another = new Act(getTranslation("seat.add"), new Icon("plus"), this::addAnother);
        another.addThemeVariants(ButtonVariant.TERTIARY);
        seatsBefore.forEach(this::addRow);
        seats.addClassName("seat-rows");
        add(
                name,
                kind,
                composition,
                termMonths,
                new Span(getTranslation("body.seats")),
                seats,
                another);
    }

    void show(BodyKind what, String called, String madeUp, int months) {
        kind.setValue(what);
        name.setValue(called);
        composition.setValue(madeUp);
        termMonths.setValue(months);
    }

    /// Which rule is about which field.
    void placeRefusals(Refusals refusals) {
        refusals.about(name, "INVALID_NAME");
    }

    /// What was filled in.
    ///
    /// @throws org.rotfaden.security.BrokenRule when it fits no body
    BodyDescription description() {
        Integer months = termMonths.getValue();
        return new BodyDescription(
                Objects.requireNonNull(kind.getValue()),
                new Name(name.getValue()),
                composition.getValue(),
                months == null ? 0 : months,
                seats.getChildren().map(SeatRow.class::cast).map(SeatRow::seat).toList());
    }

    private void addAnother() {
        var row = new SeatRow(another::focus);
        seats.add(row);
        row.title.focus();
    }

    private void addRow(Seat seat) {
        seats.add(new SeatRow(another::focus).show(seat));
    }
}

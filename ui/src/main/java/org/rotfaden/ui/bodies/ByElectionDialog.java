package org.rotfaden.ui.bodies;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.ElectionId;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.PersonPicker;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.Undoable;

/// Somebody was elected to an empty seat for the rest of the term (Nachwahl).
final class ByElectionDialog extends Dialog {

    private final transient OfficesAtWork work;
    private final transient Body body;
    private final transient Seat seat;
    private final transient MemberId by;
    private final PersonPicker person;
    private final ElectionFields fields;
    private final Div trouble = new Div();
    private final transient Refusals refusals = new Refusals().othersIn(trouble);

    ByElectionDialog(OfficesAtWork work, Body body, Seat seat, MemberId by) {
        this.work = work;
        this.body = body;
        this.seat = seat;
        this.by = by;
        setHeaderTitle(getTranslation("by-election.title", seat.title()));
        setWidth("480px");
        person = new PersonPicker(getTranslation("by-election.person"), work.inSightOf(by));
        person.setAutofocus(true);
        fields = new ElectionFields(body, work.today(), restOfTerm());
        fields.refuse(refusals);
        refusals.about(person, "TOO_MANY_FOR_SEAT", "MEMBER_NOT_FOUND");
        var form = new Div(trouble, person, fields);
        form.addClassName("form");
        add(form);
        var fill = new Act(getTranslation("by-election.do"), () -> fill());
        fill.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), fill);
    }

    /// The term of those who are in office already.
    private Optional<LocalDate> restOfTerm() {
        return work.offices().in(body.id()).stream()
                .map(office -> office.term().end().orElseThrow())
                .max(Comparator.naturalOrder());
    }

    private void fill() {
        refusals.clear();
        Member elected = person.getValue();
        if (elected == null) {
            Refusals.show(person, getTranslation("by-election.person.missing"));
            return;
        }
        try {
            fields.election(List.of(new Election.Elected(seat.title(), elected.id())))
                    .ifPresent(election -> fill(election, elected));
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }

    private void fill(Election election, Member elected) {
        ElectionId id = work.offices().fill(by, election, body.version());
        close();
        new Undoable(
                        getTranslation("by-election.done", elected.name(), seat.title()),
                        () -> work.takeBack(by, body.id(), id))
                .open();
    }
}

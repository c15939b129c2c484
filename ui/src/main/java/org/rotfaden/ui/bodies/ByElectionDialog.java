package org.rotfaden.ui.bodies;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.Election;
import org.rotfaden.organisation.bodies.ElectionId;
import org.rotfaden.organisation.bodies.Seat;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.PersonPicker;

/// Somebody was elected to an empty seat for the rest of the term (Nachwahl).
final class ByElectionDialog extends FormDialog {

    private final transient OfficesAtWork work;
    private final transient Body body;
    private final transient Seat seat;
    private final transient MemberId by;
    private final PersonPicker person;
    private final ElectionFields fields;

    ByElectionDialog(OfficesAtWork work, Body body, Seat seat, MemberId by) {
        super("by-election.title", "by-election.do", seat.title());
        this.work = work;
        this.body = body;
        this.seat = seat;
        this.by = by;
        person = new PersonPicker(getTranslation("by-election.person"), work.inSightOf(by));
        person.setAutofocus(true);
        fields = new ElectionFields(body, work.today(), restOfTerm());
        fields.placeRefusals(refusals);
        refusals.about(person, "TOO_MANY_FOR_SEAT", "MEMBER_NOT_FOUND");
        addFields(person, fields);
    }

    /// The term of those who are in office already.
    private Optional<LocalDate> restOfTerm() {
        return work.offices().in(body.id()).stream()
                .map(office -> office.term().end().orElseThrow())
                .max(Comparator.naturalOrder());
    }

    @Override
    protected void act() {
        chosen(person, "by-election.person.missing")
                .ifPresent(elected ->
                        fields.election(List.of(new Election.Elected(seat.title(), elected.id())))
                                .ifPresent(election -> fill(election, elected)));
    }

    private void fill(Election election, Member elected) {
        ElectionId id = work.offices().fill(by, election, body.version());
        done(
                getTranslation("by-election.done", elected.name(), seat.title()),
                () -> work.takeBack(by, body.id(), id));
    }
}

package org.rotfaden.ui.bodies;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.bodies.Corrections;
import org.rotfaden.organisation.bodies.ElectionId;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Today;
import org.rotfaden.ui.elements.PersonPicker;
import org.rotfaden.web.Sentences;

/// What the pages of bodies need to show who holds offices and to change that.
@org.springframework.stereotype.Component
record OfficesAtWork(
        Offices offices,
        Corrections corrections,
        Bodies bodies,
        Members members,
        Directory directory,
        Sentences sentences,
        Today calendar) {

    LocalDate today() {
        return calendar.date();
    }

    /// Who hold some offices, as far as a reader may know.
    OnRecord onRecord(MemberId reader, List<Office> offices) {
        Set<MemberId> holders = holders(offices);
        return new OnRecord(
                members.some(directory.onRecord(reader, holders)),
                directory.visible(reader, holders));
    }

    /// Takes an election back, whatever happened in the body since.
    void takeBack(MemberId by, BodyId body, ElectionId election) {
        corrections.takeBack(by, body, election, bodies.get(body).version());
    }

    Set<MemberId> holders(List<Office> offices) {
        return offices.stream().map(Office::member).collect(Collectors.toSet());
    }

    PersonPicker.People inSightOf(MemberId reader) {
        return (words, most) -> directory.people(reader, words, most);
    }
}

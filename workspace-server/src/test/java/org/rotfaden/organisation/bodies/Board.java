package org.rotfaden.organisation.bodies;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.rotfaden.Association;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.units.NewTree;
import org.rotfaden.organisation.units.NewUnit;
import org.rotfaden.organisation.units.Trees;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitLevel;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.MemberId;
import org.springframework.context.ApplicationContext;

/// The executive committee of a new branch, for tests: one chair, two assessors, two years.
record Board(Bodies bodies, Offices offices, MemberId anna, Unit unit, BodyId id) {

    static final String CHAIR = "Vorsitz";
    static final String ASSESSOR = "Beisitz";

    static Board found(ApplicationContext workspace) {
        MemberId anna = workspace.getBean(Association.class).anna().id();
        var levels = List.of(new UnitLevel(1, "Ortsverein", "Ortsvereine"));
        var tree =
                workspace.getBean(Trees.class).make(anna, new NewTree(new Name("Partei"), levels));
        Unit unit =
                workspace
                        .getBean(Units.class)
                        .found(anna, new NewUnit(tree.id(), null, 1, new Name("Nordstadt"), null));
        Bodies bodies = workspace.getBean(Bodies.class);
        var described =
                new BodyDescription(
                        BodyKind.EXECUTIVE_COMMITTEE,
                        new Name("Vorstand"),
                        "",
                        24,
                        List.of(
                                new Seat(OfficeRole.CHAIR, CHAIR, 1),
                                new Seat(OfficeRole.ASSESSOR, ASSESSOR, 2)));
        return new Board(
                bodies,
                workspace.getBean(Offices.class),
                anna,
                unit,
                bodies.found(anna, unit.id(), described).id());
    }

    Body now() {
        return bodies.get(id);
    }

    ElectionId elect(LocalDate from, LocalDate last, Election.Elected... elected) {
        return offices.elect(anna, election(from, last, elected), now().version());
    }

    Election election(LocalDate from, LocalDate last, Election.Elected... elected) {
        return new Election(
                id, List.of(elected), new Term(from, last), from, "Jahreshauptversammlung");
    }

    void takeBack(Corrections corrections, ElectionId election) {
        corrections.takeBack(anna, id, election, now().version());
    }

    static Election.Elected as(String title, Member member) {
        return new Election.Elected(title, member.id());
    }

    List<MemberId> inOffice() {
        return holders(offices.in(id).stream());
    }

    List<MemberId> everInOffice() {
        return holders(offices.everIn(id).stream());
    }

    Office officeOf(Member member) {
        return offices.everIn(id).stream()
                .filter(office -> office.member().equals(member.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<MemberId> holders(Stream<Office> offices) {
        return offices.map(Office::member).toList();
    }
}

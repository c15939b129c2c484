package org.rotfaden.organisation.bodies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.AssociationObjection;
import org.rotfaden.association.Term;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who holds which office from when to when. Offices begin and end by themselves; former holders
/// stay on record.
@Service
public class Offices {

    private final OfficeRows rows;
    private final OfficeEnds ends;
    private final Bodies bodies;
    private final Structures structures;
    private final Rules rules;
    private final Members members;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Activities activities;
    private final Today today;

    Offices(
            OfficeRows rows,
            OfficeEnds ends,
            Bodies bodies,
            Structures structures,
            Rules rules,
            Members members,
            Permissions permissions,
            AuditTrail audit,
            Activities activities,
            Today today) {
        this.rows = rows;
        this.ends = ends;
        this.bodies = bodies;
        this.structures = structures;
        this.rules = rules;
        this.members = members;
        this.permissions = permissions;
        this.audit = audit;
        this.activities = activities;
        this.today = today;
    }

    /// The offices of a body today, in the order of its seats.
    public List<Office> in(BodyId body) {
        return everIn(body).stream()
                .filter(office -> office.term().includes(today.date()))
                .toList();
    }

    /// All offices that were or will be held in a body: in the order of its seats, the newest
    /// first.
    public List<Office> everIn(BodyId body) {
        return rows.in(body);
    }

    /// The offices that somebody holds today.
    public List<Office> of(MemberId member) {
        return rows.of(member);
    }

    /// How many seats of each office are empty today, in their order; full ones are left out.
    public Map<Seat, Integer> vacancies(Body body) {
        Map<String, Long> taken =
                in(body.id()).stream()
                        .collect(Collectors.groupingBy(Office::title, Collectors.counting()));
        Map<Seat, Integer> empty = new LinkedHashMap<>();
        for (Seat seat : body.seats()) {
            int free = seat.seats() - taken.getOrDefault(seat.title(), 0L).intValue();
            if (free > 0) {
                empty.put(seat, free);
            }
        }
        return empty;
    }

    /// Who will hold an office no longer once an election is written down: nobody, when its whole
    /// term is over.
    ///
    /// @throws org.rotfaden.security.BrokenRule LATER_ELECTION_KNOWN when it cannot be written down
    public Set<MemberId> leavingBy(Election election) {
        expectLatest(election);
        Set<MemberId> leaving = new LinkedHashSet<>();
        outgoing(election).forEach(office -> leaving.add(office.member()));
        election.elected().forEach(elected -> leaving.remove(elected.member()));
        return leaving;
    }

    /// Writes down a new election of the whole body. Those who were in office go on the day before
    /// it begins. One whose whole term is over only goes on record.
    ///
    /// @param seen the version of the body that was looked at
    /// @throws org.rotfaden.security.BrokenRule LATER_ELECTION_KNOWN when others were elected for a
    ///   part of its term already
    /// @throws org.rotfaden.security.BrokenRule TOO_MANY_FOR_SEAT when seats were taken at that
    ///   time
    /// @throws org.rotfaden.association.Conflict when somebody else wrote down something first
    /// @throws org.rotfaden.security.BrokenRule TERM_TOO_LONG when the rules of the unit do not
    ///   allow such a term
    @Transactional
    public ElectionId elect(MemberId by, Election election, long seen) {
        Body body = begin(by, election, seen);
        expectLatest(election);
        ElectionId id = ElectionId.random();
        List<Office> outgoing = outgoing(election);
        LocalDate lastDay = election.term().from().minusDays(1);
        outgoing.forEach(office -> ends.write(office.id(), lastDay, OfficeEnd.SUCCEEDED, id));
        expectFree(body, election);
        rows.insert(body, election, id);
        record(by, "OFFICES_ELECTED", body, election);
        tell(by, body, election, outgoing);
        return id;
    }

    /// Fills empty seats for the rest of a term (Nachwahl).
    ///
    /// @param seen the version of the body that was looked at
    /// @throws org.rotfaden.security.BrokenRule TOO_MANY_FOR_SEAT when the seats are taken at that
    ///   time
    @Transactional
    public ElectionId fill(MemberId by, Election election, long seen) {
        Body body = begin(by, election, seen);
        expectFree(body, election);
        ElectionId id = ElectionId.random();
        rows.insert(body, election, id);
        record(by, "OFFICES_FILLED", body, election);
        tell(by, body, election, List.of());
        return id;
    }

    /// Ends an office with a day. Whoever holds it may lay it down. One that has begun was held for
    /// a day at least; one that begins today or later may be called off.
    ///
    /// @throws org.rotfaden.security.BrokenRule INVALID_TERM when it would not have been held at
    ///   all
    @Transactional
    public void end(MemberId by, OfficeId id, LocalDate lastDay) {
        Term.expectPossible(lastDay);
        structures.hold();
        Office office = get(id);
        Body body = bodies.get(office.body());
        boolean laysDown = office.member().equals(by);
        if (!laysDown) {
            permissions.decide(by, Permission.ADMINISTER, body.id().subject()).orRefuse();
        }
        LocalDate first = office.term().from();
        if (first.isBefore(today.date()) && lastDay.isBefore(first)) {
            throw AssociationObjection.INVALID_TERM.raised();
        }
        bodies.advance(body.id(), body.version());
        ends.write(id, lastDay, laysDown ? OfficeEnd.RESIGNED : OfficeEnd.REMOVED, null);
        audit.record(by, "OFFICE_ENDED", body.id().subject(), office.member().value());
        tell(by, body, Set.of(office.member()));
    }

    /// Ends a body, and with it the offices in it.
    ///
    /// @param seen the version that was looked at
    @Transactional
    public void endBody(MemberId by, BodyId id, long seen) {
        structures.hold();
        Body body = bodies.getCurrent(id);
        permissions.decide(by, Permission.ADMINISTER, body.unit().subject()).orRefuse();
        bodies.advance(id, seen);
        endAll(by, body);
        audit.record(by, "BODY_ENDED", id.subject());
    }

    /// A body has ended with its unit, or by a decision. As everywhere the body's row comes before
    /// those of its offices, so that nobody waits in a circle.
    void endAll(MemberId by, Body body) {
        bodies.end(body.id());
        List<Office> held =
                everIn(body.id()).stream().filter(office -> goesOn(office.term())).toList();
        LocalDate lastDay = today.date().minusDays(1);
        held.forEach(office -> ends.write(office.id(), lastDay, OfficeEnd.BODY_ENDED, null));
        activities.tell(new BodyEvent.Changed(by, body.id(), body.unit()));
        tell(by, body, held.stream().map(Office::member).collect(Collectors.toSet()));
    }

    /// The office with this id.
    ///
    /// @throws org.rotfaden.security.BrokenRule OFFICE_NOT_FOUND when there is none, or it is over
    public Office get(OfficeId id) {
        return rows.find(id).orElseThrow(BodyObjection.OFFICE_NOT_FOUND::raised);
    }

    private Body begin(MemberId by, Election election, long seen) {
        structures.hold();
        Body body = bodies.getCurrent(election.body());
        permissions.decide(by, Permission.ADMINISTER, body.id().subject()).orRefuse();
        election.elected().forEach(elected -> members.get(elected.member()));
        boolean isTooLong =
                rules.inForce(body.unit(), Rule.LONGEST_TERM)
                        .filter(longest ->
                                election.term()
                                        .from()
                                        .plusMonths(longest.number())
                                        .isBefore(election.term().end().orElseThrow()))
                        .isPresent();
        if (isTooLong) {
            throw BodyObjection.TERM_TOO_LONG.raised();
        }
        bodies.advance(body.id(), seen);
        return body;
    }

    /// Only the past before a later election is written down.
    private void expectLatest(Election election) {
        boolean isLaterKnown =
                goesOn(election.term())
                        && everIn(election.body()).stream()
                                .map(Office::term)
                                .filter(this::goesOn)
                                .anyMatch(term -> election.term().includes(term.from()));
        if (isLaterKnown) {
            throw BodyObjection.LATER_ELECTION_KNOWN.raised();
        }
    }

    private void expectFree(Body body, Election election) {
        var occupancy = new Occupancy(everIn(body.id()));
        Map<String, Long> wanted =
                election.elected().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Election.Elected::title, Collectors.counting()));
        wanted.forEach((title, many) -> {
            if (many + occupancy.most(title, election.term()) > body.seat(title).seats()) {
                throw BodyObjection.TOO_MANY_FOR_SEAT.raised();
            }
        });
    }

    /// Those who began before an election and would go on beyond the day on which it begins. One
    /// whose term is over ends nothing.
    private List<Office> outgoing(Election election) {
        LocalDate first = election.term().from();
        if (!goesOn(election.term())) {
            return List.of();
        }
        return everIn(election.body()).stream()
                .filter(office -> office.term().from().isBefore(first))
                .filter(office -> goesOn(office.term()) && !office.term().isOverOn(first))
                .toList();
    }

    private boolean goesOn(Term term) {
        return !term.isOverOn(today.date());
    }

    private void record(MemberId by, String action, Body body, Election election) {
        audit.record(by, action, body.id().subject());
        election.elected()
                .forEach(elected ->
                        audit.record(
                                by, "OFFICE_GIVEN", body.id().subject(), elected.member().value()));
    }

    private void tell(MemberId by, Body body, Election election, List<Office> outgoing) {
        List<MemberId> concerned = new ArrayList<>(outgoing.stream().map(Office::member).toList());
        Set<MemberId> elected =
                election.elected().stream()
                        .map(Election.Elected::member)
                        .collect(Collectors.toSet());
        concerned.addAll(elected);
        tell(by, body, Set.copyOf(concerned), goesOn(election.term()) ? elected : Set.of());
    }

    void tell(MemberId by, Body body, Set<MemberId> concerned) {
        tell(by, body, concerned, Set.of());
    }

    /// @param elected who was given an office that is not over yet
    private void tell(MemberId by, Body body, Set<MemberId> concerned, Set<MemberId> elected) {
        activities.tell(
                new BodyEvent.OfficesChanged(by, body.id(), body.unit(), concerned, elected));
        activities.tell(RightsChanged.of(concerned));
    }
}

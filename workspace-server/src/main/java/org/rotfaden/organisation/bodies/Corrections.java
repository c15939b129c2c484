package org.rotfaden.organisation.bodies;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rotfaden.association.Term;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes back what was written down wrongly about offices, on the day on which it was written down.
/// Rows stay: an office that was taken back was called off before it began.
@Service
public class Corrections {

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Offices offices;
    private final OfficeEnds ends;
    private final Structures structures;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Today today;

    Corrections(
            JdbcClient jdbc,
            Bodies bodies,
            Offices offices,
            OfficeEnds ends,
            Structures structures,
            Permissions permissions,
            AuditTrail audit,
            Today today) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.offices = offices;
        this.ends = ends;
        this.structures = structures;
        this.permissions = permissions;
        this.audit = audit;
        this.today = today;
    }

    /// Takes an election back as a whole: nobody was elected, and those whose offices it ended hold
    /// them as they did before.
    ///
    /// @param seen the version of the body that was looked at
    /// @throws org.rotfaden.security.BrokenRule ELECTION_NOT_FOUND when it is none of the body
    /// @throws org.rotfaden.security.BrokenRule TOO_LATE_TO_TAKE_BACK when it was written down
    ///   before today, or another followed
    @Transactional
    public void takeBack(MemberId by, BodyId id, ElectionId election, long seen) {
        structures.hold();
        Body body = bodies.getCurrent(id);
        if (!isOf(body, "election_id = ?", election.value())) {
            throw BodyObjection.ELECTION_NOT_FOUND.raised();
        }
        permissions.decide(by, Permission.ADMINISTER, id.subject()).orRefuse();
        bodies.advance(id, seen);
        Set<MemberId> concerned = new HashSet<>(callOff(election));
        concerned.addAll(ends.takeBack(election));
        expectSeats(body);
        audit.record(by, "ELECTION_TAKEN_BACK", id.subject());
        offices.tell(by, body, concerned);
    }

    /// Takes back the early end of an office that was written down last: it lasts as long as it did
    /// before. Whoever laid it down may do that as well.
    ///
    /// @throws org.rotfaden.security.BrokenRule OFFICE_NOT_FOUND when it is none of the body
    /// @throws org.rotfaden.security.BrokenRule TOO_LATE_TO_TAKE_BACK when it was written down
    ///   before today, or the seat was taken since
    @Transactional
    public void continueAgain(MemberId by, BodyId id, OfficeId office) {
        structures.hold();
        Body body = bodies.getCurrent(id);
        if (!isOf(body, "id = ?", office.value())) {
            throw BodyObjection.OFFICE_NOT_FOUND.raised();
        }
        OfficeEnds.Written end =
                ends.latest(office)
                        .filter(this::canBeTakenBack)
                        .orElseThrow(BodyObjection.TOO_LATE_TO_TAKE_BACK::raised);
        boolean laidDown = end.because() == OfficeEnd.RESIGNED && end.holder().equals(by);
        if (!laidDown) {
            permissions.decide(by, Permission.ADMINISTER, id.subject()).orRefuse();
        }
        bodies.advance(id, body.version());
        ends.takeBack(end);
        expectSeats(body);
        audit.record(by, "OFFICE_CONTINUED", id.subject(), end.holder().value());
        offices.tell(by, body, Set.of(end.holder()));
    }

    /// What another election or the body's end did is taken back with these, or not at all.
    private boolean canBeTakenBack(OfficeEnds.Written end) {
        return today.date().equals(end.on())
                && switch (end.because()) {
                    case RESIGNED, REMOVED -> true;
                    case SUCCEEDED, BODY_ENDED -> false;
                };
    }

    private List<MemberId> callOff(ElectionId election) {
        boolean stands =
                jdbc.sql(
                                """
                                select bool_and(written_on = ? and ended_because is null and last_day >= from_day)
                                from office where election_id = ?
                                """)
                        .params(today.date(), election.value())
                        .query(Boolean.class)
                        .single();
        if (!stands) {
            throw BodyObjection.TOO_LATE_TO_TAKE_BACK.raised();
        }
        return jdbc.sql(
                        """
                        update office set last_day = from_day - 1, elected_until = from_day - 1
                        where election_id = ? returning member_id
                        """)
                .param(election.value())
                .query(Columns.ids("member_id", MemberId::new))
                .list();
    }

    /// @param which the condition on an office of the body
    private boolean isOf(Body body, String which, UUID id) {
        return jdbc.sql("select exists (select from office where body_id = ? and " + which + ")")
                .params(body.id().value(), id)
                .query(Boolean.class)
                .single();
    }

    /// Nobody sits on a seat that another has.
    private void expectSeats(Body body) {
        var occupancy = new Occupancy(offices.everIn(body.id()));
        var fromNowOn = Term.since(today.date());
        boolean isTooFull =
                body.seats().stream()
                        .anyMatch(seat -> occupancy.most(seat.title(), fromNowOn) > seat.seats());
        if (isTooFull) {
            throw BodyObjection.TOO_LATE_TO_TAKE_BACK.raised();
        }
    }
}

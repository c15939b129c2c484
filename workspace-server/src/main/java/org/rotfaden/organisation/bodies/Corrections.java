package org.rotfaden.organisation.bodies;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rotfaden.association.Term;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes back what was written down wrongly about offices, on the day on which it was written down.
/// Rows stay: an office that was taken back was called off before it began.
@Service
public class Corrections {

    private final OfficeRows rows;
    private final Bodies bodies;
    private final Offices offices;
    private final OfficeEnds ends;
    private final Structures structures;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Today today;

    Corrections(
            OfficeRows rows,
            Bodies bodies,
            Offices offices,
            OfficeEnds ends,
            Structures structures,
            Permissions permissions,
            AuditTrail audit,
            Today today) {
        this.rows = rows;
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
        if (!rows.isOf(body, election)) {
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
        if (!rows.isOf(body, office)) {
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
        if (!rows.stands(election)) {
            throw BodyObjection.TOO_LATE_TO_TAKE_BACK.raised();
        }
        return rows.callOff(election);
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

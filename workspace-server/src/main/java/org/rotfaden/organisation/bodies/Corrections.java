package org.rotfaden.organisation.bodies;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Today;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes back what was written down wrongly about offices, on the day on which it was written down.
/// Rows stay: an office that was taken back was called off before it began.
@Service
public class Corrections {

    private final JdbcClient jdbc;
    private final Bodies bodies;
    private final Structures structures;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Today today;

    Corrections(
            JdbcClient jdbc,
            Bodies bodies,
            Structures structures,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Today today) {
        this.jdbc = jdbc;
        this.bodies = bodies;
        this.structures = structures;
        this.permissions = permissions;
        this.audit = audit;
        this.events = events;
        this.today = today;
    }

    /// Takes an election back as a whole: nobody was elected, and those who were in office still
    /// are.
    ///
    /// @throws TooLateToTakeBack when it was written down before today, or another followed
    @Transactional
    public void takeBack(MemberId by, ElectionId election) {
        BodyId id =
                jdbc.sql("select distinct body_id from office where election_id = ?")
                        .param(election.value())
                        .query(UUID.class)
                        .optional()
                        .map(BodyId::new)
                        .orElseThrow(TooLateToTakeBack::new);
        Body body = begin(by, id);
        bodies.advance(id, body.version());
        Set<MemberId> concerned = new HashSet<>(callOff(election));
        concerned.addAll(restore("succeeded_by = ?", election.value()));
        expectSeats(body);
        audit.record(by, "ELECTION_TAKEN_BACK", id.subject());
        tell(body, concerned);
    }

    /// Takes an early end back: the office lasts as long as it was to. Whoever laid it down may do
    /// that as well.
    ///
    /// @throws TooLateToTakeBack when it was written down before today, or the seat was taken since
    @Transactional
    public void continueAgain(MemberId by, OfficeId office) {
        var ended =
                jdbc.sql(
                                """
                                select body_id, member_id, ended_because from office
                                where id = ? and ended_on = ? and ended_because in ('RESIGNED', 'REMOVED')
                                """)
                        .params(office.value(), today.date())
                        .query((row, _) ->
                                new Ended(
                                        new BodyId(row.getObject("body_id", UUID.class)),
                                        new MemberId(row.getObject("member_id", UUID.class)),
                                        OfficeEnd.valueOf(row.getString("ended_because"))))
                        .optional()
                        .orElseThrow(TooLateToTakeBack::new);
        boolean laidDown = ended.because() == OfficeEnd.RESIGNED && ended.member().equals(by);
        Body body = laidDown ? bodies.getCurrent(ended.body()) : begin(by, ended.body());
        bodies.advance(body.id(), body.version());
        restore("id = ?", office.value());
        expectSeats(body);
        audit.record(by, "OFFICE_CONTINUED", body.id().subject(), ended.member().value());
        tell(body, Set.of(ended.member()));
    }

    private record Ended(BodyId body, MemberId member, OfficeEnd because) {}

    private Body begin(MemberId by, BodyId id) {
        structures.hold();
        Body body = bodies.getCurrent(id);
        permissions.decide(by, Permission.ADMINISTER, id.subject()).orRefuse();
        return body;
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
            throw new TooLateToTakeBack();
        }
        return jdbc.sql(
                        """
                        update office set last_day = from_day - 1
                        where election_id = ? returning member_id
                        """)
                .param(election.value())
                .query((row, _) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
    }

    /// @param which the condition on the offices that go on as if nothing had ended them
    private List<MemberId> restore(String which, UUID id) {
        return jdbc.sql(
                        """
                        update office set last_day = elected_until, ended_because = null, ended_on = null,
                            succeeded_by = null
                        where
                        """
                                + which
                                + " returning member_id")
                .param(id)
                .query((row, _) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
    }

    /// Nobody sits on a seat that another has.
    private void expectSeats(Body body) {
        boolean isTooFull =
                jdbc.sql(
                                """
                                select exists (
                                    select from body_seat seat
                                    where body_id = ? and seats < (
                                        select count(*) from office
                                        where office.body_id = seat.body_id and office.title = seat.title
                                            and last_day >= greatest(from_day, ?)))
                                """)
                        .params(body.id().value(), today.date())
                        .query(Boolean.class)
                        .single();
        if (isTooFull) {
            throw new TooLateToTakeBack();
        }
    }

    private void tell(Body body, Set<MemberId> concerned) {
        events.publishEvent(new BodyEvent.OfficesChanged(body.id(), body.unit()));
        concerned.forEach(member -> events.publishEvent(RightsChanged.of(member)));
    }
}

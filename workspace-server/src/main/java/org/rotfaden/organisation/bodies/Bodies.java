package org.rotfaden.organisation.bodies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.Conflict;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.association.TypedWords;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The bodies of units.
@Service
public class Bodies {

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Activities activities;
    private final Today today;

    Bodies(
            JdbcClient jdbc,
            Structures structures,
            Permissions permissions,
            AuditTrail audit,
            Activities activities,
            Today today) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.permissions = permissions;
        this.audit = audit;
        this.activities = activities;
        this.today = today;
    }

    /// The bodies of a unit that have not ended: the executive committee first, then by name.
    public List<Body> of(UnitId unit) {
        return query(
                """
                where unit_id = ? and coalesce(last_day, 'infinity') >= ?
                order by kind <> 'EXECUTIVE_COMMITTEE', lower(name), id
                """,
                unit.value(),
                today.date());
    }

    /// Those of some bodies that there are, in no order.
    List<Body> some(Collection<BodyId> ids) {
        return query(
                "where id = any(?)", (Object) ids.stream().map(BodyId::value).toArray(UUID[]::new));
    }

    public Optional<Body> find(String slug) {
        return query("where slug = ?", slug).stream().findFirst();
    }

    public Optional<Body> find(BodyId id) {
        return query("where id = ?", id.value()).stream().findFirst();
    }

    /// Bodies that have not ended and have these words in their name or address, by name.
    List<Body> named(TypedWords words, int most) {
        return query(
                "where "
                        + words.areIn("name || ' ' || slug", "?")
                        + """
                         and coalesce(last_day, 'infinity') >= ?
                        order by lower(name), slug limit ?
                        """,
                words.asParameter(),
                today.date(),
                most);
    }

    /// The body with this id.
    ///
    /// @throws org.rotfaden.security.BrokenRule BODY_NOT_FOUND when there is none
    public Body get(BodyId id) {
        return find(id).orElseThrow(BodyObjection.BODY_NOT_FOUND::raised);
    }

    /// A body that has not ended.
    ///
    /// @throws org.rotfaden.security.BrokenRule BODY_ENDED when it has
    Body getCurrent(BodyId id) {
        Body body = get(id);
        if (body.term().isOverOn(today.date())) {
            throw BodyObjection.BODY_ENDED.raised();
        }
        return body;
    }

    /// Founds a body of a unit.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever does it administers the unit
    @Transactional
    public Body found(MemberId by, UnitId unit, BodyDescription body) {
        String unitName = structures.hold().getCurrent(unit).name();
        permissions.decide(by, Permission.ADMINISTER, unit.subject()).orRefuse();
        BodyId id = BodyId.random();
        var _ = new Name(called(body.name(), unitName)).slug(slug -> !claims(id, unit, body, slug));
        writeSeats(id, body.seats());
        audit.record(by, "BODY_FOUNDED", unit.subject(), id.value());
        activities.tell(new BodyEvent.Founded(by, id, unit));
        return get(id);
    }

    /// Describes a body otherwise. Offices that are held stay as they are.
    ///
    /// @param seen the version that was looked at
    /// @throws Conflict when it has changed since
    @Transactional
    public Body change(MemberId by, BodyId id, BodyDescription described, long seen) {
        structures.hold();
        Body body = getCurrent(id);
        permissions.decide(by, Permission.ADMINISTER, id.subject()).orRefuse();
        advance(id, seen);
        jdbc.sql(
                        "update body set kind = ?, name = ?, composition = ?, term_months = ? where"
                                + " id = ?")
                .params(
                        described.kind().name(),
                        described.name().value(),
                        described.composition(),
                        described.termMonths(),
                        id.value())
                .update();
        jdbc.sql("delete from body_seat where body_id = ?").param(id.value()).update();
        writeSeats(id, described.seats());
        audit.record(by, "BODY_CHANGED", id.subject());
        activities.tell(new BodyEvent.Changed(by, id, body.unit()));
        tellThoseInOffice(id);
        return get(id);
    }

    /// Raises a body's version.
    ///
    /// @throws Conflict when it is another than the one that was seen
    void advance(BodyId id, long seen) {
        int advanced =
                jdbc.sql("update body set version = version + 1 where id = ? and version = ?")
                        .params(id.value(), seen)
                        .update();
        if (advanced == 0) {
            throw new Conflict();
        }
    }

    /// Yesterday was the body's last day.
    void end(BodyId id) {
        jdbc.sql(
                        """
                        update body set last_day = greatest(from_day, ? - 1), version = version + 1
                        where id = ?
                        """)
                .params(today.date(), id.value())
                .update();
    }

    /// The same name stands in many units, so the address names the unit as well.
    private static String called(Name body, String unit) {
        String both = body.value().contains(unit) ? body.value() : body.value() + " " + unit;
        return both.substring(0, Math.min(both.length(), Name.LONGEST));
    }

    private void writeSeats(BodyId body, List<Seat> seats) {
        int rank = 1;
        for (Seat seat : seats) {
            jdbc.sql("insert into body_seat values (?, ?, ?, ?, ?)")
                    .params(body.value(), seat.role().name(), seat.title(), seat.seats(), rank++)
                    .update();
        }
    }

    private List<Body> query(String where, Object... parameters) {
        List<Body> bodies =
                jdbc.sql("select * from body " + where)
                        .params(parameters)
                        .query((row, _) -> body(row))
                        .list();
        if (bodies.isEmpty()) {
            return bodies;
        }
        Map<UUID, List<Seat>> seats =
                jdbc
                        .sql("select * from body_seat where body_id = any(?) order by rank")
                        .param(bodies.stream().map(body -> body.id().value()).toArray(UUID[]::new))
                        .query((row, _) ->
                                Map.entry(
                                        Columns.uuid(row, "body_id"),
                                        new Seat(
                                                OfficeRole.valueOf(row.getString("role")),
                                                row.getString("title"),
                                                row.getInt("seats"))))
                        .list()
                        .stream()
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toList())));
        return bodies.stream()
                .map(body -> withSeats(body, seats.getOrDefault(body.id().value(), List.of())))
                .toList();
    }

    private static Body withSeats(Body body, List<Seat> seats) {
        return new Body(
                body.id(),
                body.slug(),
                body.unit(),
                body.kind(),
                body.name(),
                body.composition(),
                body.termMonths(),
                seats,
                body.term(),
                body.version());
    }

    private static Body body(ResultSet row) throws SQLException {
        return new Body(
                Columns.id(row, "id", BodyId::new),
                row.getString("slug"),
                Columns.id(row, "unit_id", UnitId::new),
                BodyKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("composition"),
                row.getInt("term_months"),
                List.of(),
                Term.of(row),
                row.getLong("version"));
    }

    /// Takes an address, unless another body has it.
    private boolean claims(BodyId id, UnitId unit, BodyDescription body, String slug) {
        return jdbc.sql(
                                """
                                insert into body (id, slug, unit_id, kind, name, composition, term_months, from_day)
                                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (slug) do nothing
                                """)
                        .params(
                                id.value(),
                                slug,
                                unit.value(),
                                body.kind().name(),
                                body.name().value(),
                                body.composition(),
                                body.termMonths(),
                                today.date())
                        .update()
                == 1;
    }

    /// What its name and kind say stands in what those in office may do, and why.
    private void tellThoseInOffice(BodyId id) {
        Set<MemberId> inOffice =
                Set.copyOf(
                        jdbc.sql(
                                        """
                                        select distinct member_id from office
                                        where body_id = ? and last_day >= ?
                                        """)
                                .params(id.value(), today.date())
                                .query(Columns.ids("member_id", MemberId::new))
                                .list());
        if (!inOffice.isEmpty()) {
            activities.tell(RightsChanged.of(inOffice));
        }
    }
}

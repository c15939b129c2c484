package org.rotfaden.organisation.bodies;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.organisation.units.Sight;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Where elections are due, and what they brought.
@Service
public class ElectionCalendar {

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Permissions permissions;
    private final Today today;

    ElectionCalendar(JdbcClient jdbc, Structures structures, Permissions permissions, Today today) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.permissions = permissions;
        this.today = today;
    }

    /// The bodies in which an election is due and for which somebody writes it down: those of units
    /// that she administers herself, not of those below, which have boards of their own; whoever
    /// administers the association has the units at the top. Those whose terms end first come
    /// first.
    ///
    /// @param soon until when terms have to end
    public List<SeatsDue> due(MemberId by, LocalDate soon, int most) {
        Structure structure = structures.current();
        Sight sight = Sight.of(by, permissions.grantsOf(by), Permission.ADMINISTER, structure);
        UUID[] units =
                sight.everywhere()
                        ? structure.tops().map(unit -> unit.id().value()).toArray(UUID[]::new)
                        : sight.here(UnitId.SUBJECT);
        return due(units, sight.here(BodyId.SUBJECT), soon, most);
    }

    /// Bodies with empty seats, or whose seats will soon be empty: those that end first come first.
    ///
    /// @param units whose bodies are asked about
    /// @param bodies that are asked about besides
    private List<SeatsDue> due(UUID[] units, UUID[] bodies, LocalDate soon, int most) {
        return jdbc.sql(
                        """
                        with asked as (
                            select * from body
                            where (unit_id = any(:units) or id = any(:bodies))
                                and coalesce(last_day, 'infinity') >= :today),
                        held as (
                            select office.* from office join asked on asked.id = office.body_id
                            where office.last_day >= :today),
                        due as (
                            select asked.*,
                                (select coalesce(sum(greatest(0, seats - (
                                        select count(*) from held
                                        where body_id = asked.id and held.title = seat.title
                                            and from_day <= :today))), 0)
                                    from body_seat seat where body_id = asked.id) as vacant,
                                (select min(last_day) from held
                                    where body_id = asked.id and from_day <= :today and last_day <= :soon
                                        and not exists (
                                            select from held later
                                            where later.body_id = asked.id and later.title = held.title
                                                and later.from_day > held.last_day)) as ending
                            from asked)
                        select * from due where vacant > 0 or ending is not null
                        order by ending nulls last, vacant desc, id limit :most
                        """)
                .param("units", units)
                .param("bodies", bodies)
                .param("today", today.date())
                .param("soon", soon)
                .param("most", most)
                .query((row, _) ->
                        new SeatsDue(
                                Columns.id(row, "id", BodyId::new),
                                row.getString("name"),
                                row.getString("slug"),
                                Columns.id(row, "unit_id", UnitId::new),
                                row.getInt("vacant"),
                                Optional.ofNullable(row.getObject("ending", LocalDate.class))))
                .list();
    }

    /// Where terms of office began in bodies of some units and go on, the newest first.
    public List<Begun> begun(Collection<UnitId> units, LocalDate since, int most) {
        return jdbc.sql(
                        """
                        select body.id, body.name, body.slug, body.unit_id, office.from_day, count(*) as people
                        from office join body on body.id = office.body_id
                        where body.unit_id = any(?) and office.from_day between ? and ?
                            and office.last_day >= ?
                        group by body.id, office.from_day order by office.from_day desc, body.id limit ?
                        """)
                .params(
                        units.stream().map(UnitId::value).toArray(UUID[]::new),
                        since,
                        today.date(),
                        today.date(),
                        most)
                .query((row, _) ->
                        new Begun(
                                Columns.id(row, "id", BodyId::new),
                                row.getString("name"),
                                row.getString("slug"),
                                Columns.id(row, "unit_id", UnitId::new),
                                row.getObject("from_day", LocalDate.class),
                                row.getInt("people")))
                .list();
    }

    /// Whether anybody was ever elected.
    public boolean isBegun() {
        return jdbc.sql("select exists (select from office)").query(Boolean.class).single();
    }
}

package org.rotfaden.organisation.directory;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.bodies.BodyType;
import org.rotfaden.organisation.directory.Belonging.Kind;
import org.rotfaden.organisation.groups.GroupType;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitType;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads where members belong.
@Repository
class PlaceRows {

    private final JdbcClient jdbc;
    private final Structures structures;
    private final UnitType units;
    private final BodyType bodies;
    private final GroupType groups;
    private final Today today;

    PlaceRows(
            JdbcClient jdbc,
            Structures structures,
            UnitType units,
            BodyType bodies,
            GroupType groups,
            Today today) {
        this.jdbc = jdbc;
        this.units = units;
        this.bodies = bodies;
        this.groups = groups;
        this.structures = structures;
        this.today = today;
    }

    /// Where a member belongs: home units, bodies in which she holds an office, groups in which she
    /// takes part, units she follows; each by name, and the nearest way of belonging alone.
    List<Belonging> of(MemberId member) {
        Structure structure = structures.current();
        return jdbc
                .sql(
                        """
                        select 'HOME' as kind, unit_id as id, '' as name, '' as slug, unit_id from membership
                            where member_id = :member and from_day <= :today
                                and coalesce(last_day, 'infinity') >= :today
                        union all
                        select 'FOLLOWED', unit_id, '', '', unit_id from following where member_id = :member
                        union all
                        select 'BODY', body.id, body.name, body.slug, body.unit_id
                            from office join body on body.id = office.body_id
                            where member_id = :member and :today between office.from_day and office.last_day
                        union all
                        select 'GROUP', id, name, slug, null
                            from group_membership taking join working_group on id = taking.group_id
                            where member_id = :member and state in ('MEMBER', 'HOST') and archived_on is null
                        """)
                .param("member", member.value())
                .param("today", today.date())
                .query((row, _) -> belonging(row, structure))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .sorted(
                        Comparator.comparing(Belonging::kind)
                                .thenComparing(one -> one.place().name())
                                .thenComparing(one -> one.place().path()))
                .collect(toMap(Belonging::place, one -> one, (near, _) -> near, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private Optional<Belonging> belonging(ResultSet row, Structure structure) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        Optional<UnitId> unit = Optional.ofNullable(Columns.idOrNull(row, "unit_id", UnitId::new));
        return place(kind, row, unit.flatMap(structure::find))
                .map(place -> new Belonging(kind, place, unit));
    }

    private Optional<Named> place(Kind kind, ResultSet row, Optional<Unit> unit)
            throws SQLException {
        return switch (kind) {
            case HOME, FOLLOWED -> unit.filter(known -> !known.isOver()).map(units::named);
            case BODY -> {
                var body = Columns.id(row, "id", BodyId::new);
                yield Optional.of(named(row, bodies, body.subject(), unit.orElseThrow().name()));
            }
            case GROUP -> {
                var group = Columns.id(row, "id", WorkingGroupId::new);
                yield Optional.of(named(row, groups, group.subject(), ""));
            }
        };
    }

    private static Named named(ResultSet row, SubjectType type, Subject subject, String about)
            throws SQLException {
        return type.named(subject, row.getString("name"), row.getString("slug"), about);
    }
}

package org.rotfaden.organisation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rotfaden.organisation.bodies.BodyId;
import org.rotfaden.organisation.bodies.BodyType;
import org.rotfaden.organisation.groups.GroupType;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Structures;
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

    /// A place, and how near it is to somebody: her homes come first.
    private record Ranked(int rank, Named place) {}

    /// Where a member belongs: home units, units she follows, bodies in which she holds an office,
    /// groups in which she takes part; each by name.
    List<Named> of(MemberId member) {
        Structure structure = structures.current();
        return jdbc
                .sql(
                        """
                        select 1 as rank, unit_id as id, '' as name, '' as slug, unit_id from membership
                            where member_id = :member and from_day <= :today
                                and coalesce(last_day, 'infinity') >= :today
                        union all
                        select 2, unit_id, '', '', unit_id from following where member_id = :member
                        union all
                        select 3, body.id, body.name, body.slug, body.unit_id
                            from office join body on body.id = office.body_id
                            where member_id = :member and :today between office.from_day and office.last_day
                        union all
                        select 4, id, name, slug, null
                            from group_membership taking join working_group on id = taking.group_id
                            where member_id = :member and state in ('MEMBER', 'HOST') and archived_on is null
                        """)
                .param("member", member.value())
                .param("today", today.date())
                .query((row, _) -> ranked(row, structure))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .sorted(
                        Comparator.comparingInt(Ranked::rank)
                                .thenComparing(ranked -> ranked.place().name())
                                .thenComparing(ranked -> ranked.place().path()))
                .map(Ranked::place)
                .distinct()
                .toList();
    }

    private Optional<Ranked> ranked(ResultSet row, Structure structure) throws SQLException {
        int rank = row.getInt("rank");
        return place(rank, row, structure).map(place -> new Ranked(rank, place));
    }

    private Optional<Named> place(int rank, ResultSet row, Structure structure)
            throws SQLException {
        return switch (rank) {
            case 1, 2 ->
                    structure.find(unitOf(row)).filter(unit -> !unit.isOver()).map(units::named);
            case 3 -> {
                var body = Columns.id(row, "id", BodyId::new);
                yield Optional.of(
                        named(row, bodies, body.subject(), structure.get(unitOf(row)).name()));
            }
            default -> {
                var group = Columns.id(row, "id", WorkingGroupId::new);
                yield Optional.of(named(row, groups, group.subject(), ""));
            }
        };
    }

    private static Named named(ResultSet row, SubjectType type, Subject subject, String about)
            throws SQLException {
        return type.named(subject, row.getString("name"), row.getString("slug"), about);
    }

    private static UnitId unitOf(ResultSet row) throws SQLException {
        return Columns.id(row, "unit_id", UnitId::new);
    }
}

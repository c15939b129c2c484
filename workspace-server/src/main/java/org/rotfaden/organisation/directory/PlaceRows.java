package org.rotfaden.organisation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads units, bodies and groups for the directory.
@Repository
class PlaceRows {

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Today today;

    PlaceRows(JdbcClient jdbc, Structures structures, Today today) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.today = today;
    }

    List<Found> bodiesNamed(Words words, int most) {
        Structure structure = structures.current();
        return jdbc.sql(
                        """
                        select name, slug, unit_id
                        from body
                        where name_words(name || ' ' || slug) @@ to_tsquery('simple', ?)
                            and coalesce(last_day, 'infinity') >= ?
                        order by lower(name), slug limit ?
                        """)
                .params(words.asQuery(), today.date(), most)
                .query((row, _) -> body(row, structure))
                .list();
    }

    /// Groups that somebody may know of: those not only for the invited, those that invited her,
    /// those in her reach.
    List<Found> groupsNamed(Words words, Sight administered, int most) {
        return jdbc.sql(
                        """
                        select name, slug, '' as about
                        from working_group
                        where name_words(name) @@ to_tsquery('simple', :words) and archived_on is null
                            and (admission <> 'INVITED' or :everywhere or id = any(:groups)
                                or exists (
                                    select from group_membership taking
                                    where taking.group_id = id and taking.member_id = :by)
                                or exists (
                                    select from working_group_unit part
                                    where part.group_id = id and part.unit_id = any(:below)))
                        order by lower(name), id limit :most
                        """)
                .param("words", words.asQuery())
                .param("everywhere", administered.everywhere())
                .param("groups", administered.groups())
                .param("by", administered.by().value())
                .param("below", administered.unitsBelow())
                .param("most", most)
                .query((row, _) -> PeopleRows.found(Found.Kind.GROUP, row))
                .list();
    }

    /// Where a member belongs: home units, units she follows, bodies in which she holds an office,
    /// groups in which she takes part.
    List<Found> of(MemberId member) {
        Structure structure = structures.current();
        return jdbc
                .sql(
                        """
                        select 1 as rank, '' as name, '' as slug, unit_id from membership
                            where member_id = :member and from_day <= :today
                                and coalesce(last_day, 'infinity') >= :today
                        union all
                        select 2, '', '', unit_id from following where member_id = :member
                        union
                        select 3, body.name, body.slug, body.unit_id
                            from office join body on body.id = office.body_id
                            where member_id = :member and :today between office.from_day and office.last_day
                        union
                        select 4, name, slug, null
                            from group_membership taking join working_group on id = taking.group_id
                            where member_id = :member and state in ('MEMBER', 'HOST') and archived_on is null
                        order by rank, name, slug
                        """)
                .param("member", member.value())
                .param("today", today.date())
                .query((row, _) -> place(row, structure))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    Found found(Unit unit) {
        return found(unit, structures.current());
    }

    private static Found found(Unit unit, Structure structure) {
        String above = unit.above().flatMap(structure::find).map(Unit::name).orElse("");
        String about = above.isEmpty() ? unit.kind() : unit.kind() + " · " + above;
        return new Found(Found.Kind.UNIT, unit.name(), unit.slug(), about);
    }

    private static Optional<Found> place(ResultSet row, Structure structure) throws SQLException {
        return switch (row.getInt("rank")) {
            case 1, 2 ->
                    structure
                            .find(unitOf(row))
                            .filter(unit -> !unit.isOver())
                            .map(unit -> found(unit, structure));
            case 3 -> Optional.of(body(row, structure));
            default ->
                    Optional.of(
                            new Found(
                                    Found.Kind.GROUP,
                                    row.getString("name"),
                                    row.getString("slug"),
                                    ""));
        };
    }

    private static Found body(ResultSet row, Structure structure) throws SQLException {
        return new Found(
                Found.Kind.BODY,
                row.getString("name"),
                row.getString("slug"),
                structure.get(unitOf(row)).name());
    }

    private static UnitId unitOf(ResultSet row) throws SQLException {
        return new UnitId(row.getObject("unit_id", UUID.class));
    }
}

package org.rotfaden.organisation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rotfaden.association.Term;
import org.rotfaden.association.TypedWords;
import org.rotfaden.organisation.groups.GroupType;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.units.Sight;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Reads people, and only those who are in sight.
@Repository
class PeopleRows {

    /// The one rule: oneself, everybody in office, and who belongs where one may see names.
    private static final String IN_SIGHT =
            """
            (:everywhere or member.id = :by
                or (:belongs and exists (
                    select from office
                    where office.member_id = member.id and :today between from_day and last_day))
                or exists (
                    select from membership
                    where membership.member_id = member.id and unit_id = any(:units)
                        and from_day <= :today and coalesce(last_day, 'infinity') >= :today)
                or exists (select from group_membership taking where taking.member_id = member.id and
            """;

    private static final String TAKING_IN_SIGHT =
            """
            taking.state in ('MEMBER', 'HOST') and (
                taking.group_id = any(:groups)
                or exists (
                    select from working_group_unit part
                    where part.group_id = taking.group_id and part.unit_id = any(:below)))
            """;

    private final JdbcClient jdbc;
    private final Structures structures;
    private final GroupType groups;
    private final Today today;

    PeopleRows(JdbcClient jdbc, Structures structures, GroupType groups, Today today) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.structures = structures;
        this.today = today;
    }

    /// People in sight whose names begin with these words.
    ///
    /// @param belongs whether whoever looks belongs to the association
    List<Named> named(TypedWords words, Sight sight, boolean belongs, int most) {
        return looking(
                        """
                        select id, name, slug, (
                                select office.title || ', ' || body.name
                                from office join body on body.id = office.body_id
                                where office.member_id = member.id
                                    and :today between office.from_day and office.last_day
                                order by office.from_day, office.id limit 1) as about
                        from member
                        where
                        """
                                + words.areIn("name", ":words")
                                + " and "
                                + IN_SIGHT
                                + TAKING_IN_SIGHT
                                + ")) order by lower(name), id limit :most",
                        sight)
                .param("belongs", belongs)
                .param("words", words.asParameter())
                .param("most", most)
                .query((row, _) -> person(row))
                .list();
    }

    /// Those of some people who are in sight.
    Set<MemberId> inSight(Collection<MemberId> people, Sight sight, boolean belongs) {
        return looking(
                        "select id from member where id = any(:people) and "
                                + IN_SIGHT
                                + TAKING_IN_SIGHT
                                + "))",
                        sight)
                .param("belongs", belongs)
                .param("people", people.stream().map(MemberId::value).toArray(UUID[]::new))
                .query(Columns.ids("id", MemberId::new))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /// All offices of somebody, the newest first.
    List<Person.Held> officesOf(MemberId person) {
        Structure structure = structures.current();
        return jdbc.sql(
                        """
                        select office.title, body.name, body.slug, body.unit_id, office.from_day, office.last_day
                        from office join body on body.id = office.body_id
                        where office.member_id = ? and office.last_day >= office.from_day
                        order by office.from_day desc, office.id
                        """)
                .param(person.value())
                .query((row, _) -> held(row, structure))
                .list();
    }

    /// The home units of somebody that are in sight.
    List<UnitId> homesOf(MemberId person, Sight sight) {
        return looking(
                        """
                        select unit_id from membership
                        where member_id = :person and (:everywhere or member_id = :by or unit_id = any(:units))
                            and from_day <= :today and coalesce(last_day, 'infinity') >= :today
                        order by from_day
                        """,
                        sight)
                .param("person", person.value())
                .query(Columns.ids("unit_id", UnitId::new))
                .list();
    }

    /// The groups in which one sees somebody take part.
    List<Named> groupsOf(MemberId person, Sight sight) {
        return looking(
                        """
                        select id, name, slug
                        from group_membership taking join working_group on working_group.id = taking.group_id
                        where taking.member_id = :person and archived_on is null and (:everywhere or
                        """
                                + TAKING_IN_SIGHT
                                + ") and taking.state in ('MEMBER', 'HOST') order by lower(name),"
                                + " id",
                        sight)
                .param("person", person.value())
                .query((row, _) ->
                        groups.named(
                                Columns.id(row, "id", WorkingGroupId::new).subject(),
                                row.getString("name"),
                                row.getString("slug"),
                                ""))
                .list();
    }

    private StatementSpec looking(String sql, Sight sight) {
        return jdbc.sql(sql)
                .param("everywhere", sight.everywhere())
                .param("by", sight.by().value())
                .param("units", sight.units())
                .param("groups", sight.here(WorkingGroupId.SUBJECT))
                .param("below", sight.unitsBelow())
                .param("today", today.date());
    }

    private static Named person(ResultSet row) throws SQLException {
        String about = row.getString("about");
        return new Named(
                Columns.id(row, "id", MemberId::new).subject(),
                row.getString("name"),
                PersonType.PLACE + "/" + row.getString("slug"),
                about == null ? "" : about);
    }

    private static Person.Held held(ResultSet row, Structure structure) throws SQLException {
        return new Person.Held(
                row.getString("title"),
                row.getString("name"),
                row.getString("slug"),
                structure.get(Columns.id(row, "unit_id", UnitId::new)),
                Term.of(row));
    }
}

package org.rotfaden.organisation.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rotfaden.association.Conflict;
import org.rotfaden.association.TypedWords;
import org.rotfaden.organisation.units.Sight;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows behind groups.
@Repository
class GroupRows {

    private static final RowMapper<WorkingGroup> GROUP = (row, _) -> group(row);
    private static final RowMapper<Participation> PARTICIPATION = (row, _) -> participation(row);
    private static final String COLUMNS =
            """
            select working_group.*,
                array(select unit_id from working_group_unit part where part.group_id = working_group.id) as units
            """;
    private static final String SELECT = COLUMNS + "from working_group\n";

    private static final String VISIBLE =
            """
            (admission <> 'INVITED' or exists (
                select from group_membership taking
                where taking.group_id = working_group.id and taking.member_id = ?))
            """;

    private final JdbcClient jdbc;

    GroupRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<WorkingGroup> find(WorkingGroupId id) {
        return jdbc.sql(SELECT + "where id = ?").param(id.value()).query(GROUP).optional();
    }

    Optional<WorkingGroup> find(String slug) {
        return jdbc.sql(SELECT + "where slug = ?").param(slug).query(GROUP).optional();
    }

    /// Where a group belongs; asked for with every question about rights in it.
    Optional<List<UnitId>> unitsOf(WorkingGroupId id) {
        return jdbc.sql(
                        """
                        select array(select unit_id from working_group_unit where group_id = working_group.id) as units
                        from working_group where id = ?
                        """)
                .param(id.value())
                .query((row, _) -> units(row))
                .optional();
    }

    private static List<UnitId> units(ResultSet row) throws SQLException {
        return Stream.of((UUID[]) row.getArray("units").getArray()).map(UnitId::new).toList();
    }

    /// Waits for whoever changes the group, and lets nobody else until the transaction ends. Rows
    /// that refer to it may be written meanwhile, by whoever reforms its units.
    void lock(WorkingGroupId id) {
        if (jdbc.sql("select 1 from working_group where id = ? for no key update")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .isEmpty()) {
            throw GroupObjection.GROUP_NOT_FOUND.raised();
        }
    }

    /// Waits for whoever changes the group, and lets nobody change it until the transaction ends.
    void hold(WorkingGroupId id) {
        jdbc.sql("select 1 from working_group where id = ? for share")
                .param(id.value())
                .query(Integer.class)
                .list();
    }

    /// Groups at work that have these words in their name and of which somebody may know; by name.
    List<WorkingGroup> named(TypedWords words, Sight administered, int most) {
        return knownTo(
                        administered,
                        words.areIn("name", ":words") + " and archived_on is null ",
                        "order by lower(name), id limit :most")
                .param("words", words.asParameter())
                .param("most", most)
                .query(GROUP)
                .list();
    }

    /// Those of some groups of which somebody may know, in no order.
    List<WorkingGroup> some(Collection<WorkingGroupId> ids, Sight administered) {
        return knownTo(administered, "id = any(:asked)", "")
                .param("asked", ids.stream().map(WorkingGroupId::value).toArray(UUID[]::new))
                .query(GROUP)
                .list();
    }

    /// Groups of which somebody may know: those not only for the invited, those that invited her,
    /// those that she administers.
    private JdbcClient.StatementSpec knownTo(Sight administered, String which, String order) {
        return jdbc.sql(
                        SELECT
                                + "where "
                                + which
                                + """
                                 and (admission <> 'INVITED' or :everywhere or id = any(:groups)
                                    or exists (
                                        select from group_membership taking
                                        where taking.group_id = id and taking.member_id = :by)
                                    or exists (
                                        select from working_group_unit part
                                        where part.group_id = id and part.unit_id = any(:below)))
                                """
                                + order)
                .param("everywhere", administered.everywhere())
                .param("groups", administered.here(WorkingGroupId.SUBJECT))
                .param("by", administered.by().value())
                .param("below", administered.unitsBelow());
    }

    /// Groups of a unit: all, or those that the member may know of as anybody may.
    List<WorkingGroup> of(UnitId unit, MemberId member, boolean all, int after, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                join working_group_unit belonging on belonging.group_id = working_group.id
                                where belonging.unit_id = ? and archived_on is null and (? or
                                """
                                + VISIBLE
                                + ") order by lower(name), id offset ? limit ?")
                .params(unit.value(), all, member.value(), after, most)
                .query(GROUP)
                .list();
    }

    /// All groups of a unit, archived ones too.
    List<WorkingGroup> of(UnitId unit) {
        return jdbc.sql(
                        SELECT
                                + """
                                where exists (
                                    select from working_group_unit belonging
                                    where belonging.group_id = working_group.id and belonging.unit_id = ?)
                                order by id
                                """)
                .param(unit.value())
                .query(GROUP)
                .list();
    }

    List<WorkingGroup> of(MemberId member) {
        return jdbc.sql(
                        SELECT
                                + """
                                join group_membership taking on taking.group_id = working_group.id
                                where taking.member_id = ? and taking.state in ('MEMBER', 'HOST')
                                    and archived_on is null
                                order by lower(name), id
                                """)
                .param(member.value())
                .query(GROUP)
                .list();
    }

    /// Groups at work to which a member is invited, by name.
    List<WorkingGroup> inviting(MemberId member, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                join group_membership taking on taking.group_id = working_group.id
                                where taking.member_id = ? and taking.state = 'INVITED'
                                    and archived_on is null
                                order by lower(name), id limit ?
                                """)
                .params(member.value(), most)
                .query(GROUP)
                .list();
    }

    /// Groups at work that a member hosts and to which others ask to belong, by name, and how many
    /// ask.
    Map<WorkingGroup, Integer> asked(MemberId host, int most) {
        Map<WorkingGroup, Integer> asked = new LinkedHashMap<>();
        jdbc.sql(
                        COLUMNS
                                + """
                                        , asking.count as asking
                                from working_group
                                    join group_membership taking on taking.group_id = working_group.id,
                                    lateral (
                                        select count(*) from group_membership
                                        where group_id = working_group.id and state = 'ASKED') as asking
                                where taking.member_id = ? and taking.state = 'HOST' and archived_on is null
                                    and asking.count > 0
                                order by lower(name), id limit ?
                                """)
                .params(host.value(), most)
                .query(row -> {
                    asked.put(group(row), row.getInt("asking"));
                });
        return asked;
    }

    /// The groups at work that were founded last and of which a member may know as anybody may.
    List<WorkingGroup> newest(MemberId member, LocalDate since, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where archived_on is null and founded_on >= ? and
                                """
                                + VISIBLE
                                + " order by founded_on desc, lower(name), id limit ?")
                .params(since, member.value(), most)
                .query(GROUP)
                .list();
    }

    /// In how many groups at work a member takes part or asks to.
    int countOf(MemberId member) {
        return jdbc.sql(
                        """
                        select count(*) from group_membership taking
                            join working_group on working_group.id = taking.group_id
                        where taking.member_id = ? and taking.state <> 'INVITED' and archived_on is null
                        """)
                .param(member.value())
                .query(Integer.class)
                .single();
    }

    /// Groups that everybody may know of, and those in which the member takes part or is invited.
    List<WorkingGroup> visibleTo(MemberId member, boolean archived, int after, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where (archived_on is not null) = ? and
                                """
                                + VISIBLE
                                + " order by lower(name), id offset ? limit ?")
                .params(archived, member.value(), after, most)
                .query(GROUP)
                .list();
    }

    /// Writes a new group, unless another one has the address.
    ///
    /// @return whether the address was free
    boolean insert(WorkingGroupId id, String slug, GroupDescription group, LocalDate day) {
        int inserted =
                jdbc.sql(
                                """
                                insert into working_group (id, slug, name, purpose, kind, admission, founded_on)
                                values (?, ?, ?, ?, ?, ?, ?) on conflict (slug) do nothing
                                """)
                        .params(
                                id.value(),
                                slug,
                                group.name().value(),
                                group.purpose(),
                                group.kind().name(),
                                group.admission().name(),
                                day)
                        .update();
        if (inserted == 1) {
            writeUnits(id, group.units());
        }
        return inserted == 1;
    }

    void update(WorkingGroupId id, GroupDescription group, long seen) {
        int updated =
                jdbc.sql(
                                """
                                update working_group
                                set name = ?, purpose = ?, kind = ?, admission = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .params(
                                group.name().value(),
                                group.purpose(),
                                group.kind().name(),
                                group.admission().name(),
                                id.value(),
                                seen)
                        .update();
        if (updated == 0) {
            throw new Conflict();
        }
        jdbc.sql("delete from working_group_unit where group_id = ?").param(id.value()).update();
        writeUnits(id, group.units());
    }

    /// A unit was merged or split: its groups belong to what came after it as well.
    void belongAlso(UnitId unit, UnitId successor) {
        jdbc.sql(
                        """
                        insert into working_group_unit
                        select group_id, ? from working_group_unit where unit_id = ?
                        on conflict do nothing
                        """)
                .params(successor.value(), unit.value())
                .update();
    }

    void belongNoLonger(UnitId unit) {
        jdbc.sql(
                        """
                        update working_group set version = version + 1
                        where id in (select group_id from working_group_unit where unit_id = ?)
                        """)
                .param(unit.value())
                .update();
        jdbc.sql("delete from working_group_unit where unit_id = ?").param(unit.value()).update();
    }

    void archive(WorkingGroupId id, LocalDate day) {
        jdbc.sql("update working_group set archived_on = ?, version = version + 1 where id = ?")
                .params(day, id.value())
                .update();
    }

    void reopen(WorkingGroupId id) {
        jdbc.sql("update working_group set archived_on = null, version = version + 1 where id = ?")
                .param(id.value())
                .update();
    }

    List<Participation> in(WorkingGroupId id) {
        return jdbc.sql(
                        """
                        select taking.*
                        from group_membership taking join member on member.id = taking.member_id
                        where group_id = ?
                        order by state <> 'HOST', lower(member.name), member.id
                        """)
                .param(id.value())
                .query(PARTICIPATION)
                .list();
    }

    Optional<Participation> find(WorkingGroupId id, MemberId member) {
        return jdbc.sql("select * from group_membership where group_id = ? and member_id = ?")
                .params(id.value(), member.value())
                .query(PARTICIPATION)
                .optional();
    }

    int count(WorkingGroupId id) {
        return jdbc.sql(
                        """
                        select count(*) from group_membership
                        where group_id = ? and state in ('MEMBER', 'HOST')
                        """)
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    void set(WorkingGroupId id, MemberId member, Participation.State state, LocalDate day) {
        jdbc.sql(
                        """
                        insert into group_membership values (?, ?, ?, ?)
                        on conflict (group_id, member_id) do update set state = excluded.state
                        """)
                .params(id.value(), member.value(), state.name(), day)
                .update();
    }

    void remove(WorkingGroupId id, MemberId member) {
        jdbc.sql("delete from group_membership where group_id = ? and member_id = ?")
                .params(id.value(), member.value())
                .update();
    }

    private void writeUnits(WorkingGroupId id, List<UnitId> units) {
        units.forEach(unit ->
                jdbc.sql("insert into working_group_unit values (?, ?)")
                        .params(id.value(), unit.value())
                        .update());
    }

    private static WorkingGroup group(ResultSet row) throws SQLException {
        return new WorkingGroup(
                Columns.id(row, "id", WorkingGroupId::new),
                row.getString("slug"),
                row.getString("name"),
                row.getString("purpose"),
                GroupKind.valueOf(row.getString("kind")),
                Admission.valueOf(row.getString("admission")),
                units(row),
                row.getObject("founded_on", LocalDate.class),
                row.getObject("archived_on", LocalDate.class),
                row.getLong("version"));
    }

    private static Participation participation(ResultSet row) throws SQLException {
        return new Participation(
                Columns.id(row, "group_id", WorkingGroupId::new),
                Columns.id(row, "member_id", MemberId::new),
                Participation.State.valueOf(row.getString("state")),
                row.getObject("since", LocalDate.class));
    }
}

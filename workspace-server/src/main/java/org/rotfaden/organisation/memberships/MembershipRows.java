package org.rotfaden.organisation.memberships;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Term;
import org.rotfaden.organisation.units.TreeId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Today;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of memberships. What ends them is kept until the day is over, so that it can be taken
/// back.
@Repository
class MembershipRows {

    private static final RowMapper<Membership> MEMBERSHIP = (row, _) -> membership(row);

    private final JdbcClient jdbc;
    private final Today today;

    MembershipRows(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    /// All of somebody, former ones too, the newest first.
    List<Membership> of(MemberId member) {
        return jdbc.sql("select * from membership where member_id = ? order by from_day desc, id")
                .param(member.value())
                .query(MEMBERSHIP)
                .list();
    }

    /// Today's in a unit, of those who have these words in their names, by name.
    List<Membership> in(UnitId unit, String words, int after, int most) {
        return jdbc.sql(
                        """
                        select membership.*
                        from membership join member on member.id = membership.member_id
                        where membership.unit_id = ? and from_day <= ? and coalesce(last_day, 'infinity') >= ?
                            and position(lower(?) in lower(member.name)) > 0
                        order by lower(member.name), membership.id
                        offset ? limit ?
                        """)
                .params(unit.value(), today.date(), today.date(), words, after, most)
                .query(MEMBERSHIP)
                .list();
    }

    /// Those in a unit that have not begun yet, the next ones first.
    List<Membership> comingTo(UnitId unit, int most) {
        return jdbc.sql(
                        """
                        select * from membership
                        where unit_id = ? and from_day > ? and coalesce(last_day, 'infinity') >= from_day
                        order by from_day, id limit ?
                        """)
                .params(unit.value(), today.date(), most)
                .query(MEMBERSHIP)
                .list();
    }

    /// All memberships in a unit that are not over, those to come included.
    List<Membership> notOver(UnitId unit) {
        return jdbc.sql(
                        """
                        select * from membership
                        where unit_id = ? and coalesce(last_day, 'infinity') >= ?
                            and coalesce(last_day, 'infinity') >= from_day
                        order by id
                        """)
                .params(unit.value(), today.date())
                .query(MEMBERSHIP)
                .list();
    }

    /// What somebody left by herself today.
    List<Membership> leftToday(MemberId member) {
        return jdbc.sql(
                        """
                        select * from membership
                        where member_id = ? and ended_on = ? and ended_because = 'LEFT'
                        order by id
                        """)
                .params(member.value(), today.date())
                .query(MEMBERSHIP)
                .list();
    }

    /// Those in some units that are not over, with the dates of birth that are known.
    List<Map.Entry<Membership, LocalDate>> withDateOfBirth(Set<UnitId> units) {
        return jdbc.sql(
                        """
                        select membership.*, born
                        from membership join member on member.id = member_id
                        where unit_id = any(?) and born is not null
                            and coalesce(last_day, 'infinity') >= greatest(from_day, ?)
                        order by membership.id
                        """)
                .param(units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param(today.date())
                .query((row, _) ->
                        Map.entry(membership(row), row.getObject("born", LocalDate.class)))
                .list();
    }

    /// How many are counted in some units today.
    int count(Set<UnitId> units) {
        return jdbc.sql(
                        """
                        select count(*) from membership
                        where unit_id = any(?) and from_day <= ? and coalesce(last_day, 'infinity') >= ?
                        """)
                .param(units.stream().map(UnitId::value).toArray(UUID[]::new))
                .param(today.date())
                .param(today.date())
                .query(Integer.class)
                .single();
    }

    Optional<Membership> find(MembershipId id) {
        return jdbc.sql("select * from membership where id = ?")
                .param(id.value())
                .query(MEMBERSHIP)
                .optional();
    }

    /// @throws org.rotfaden.security.BrokenRule ALREADY_AT_HOME where the member has another home
    ///   in the tree at that time
    Membership insert(
            NewMembership membership,
            TreeId tree,
            @Nullable LocalDate lastDay,
            @Nullable EndedBecause because) {
        MembershipId id = MembershipId.random();
        var _ =
                expectOneHome(() ->
                        jdbc.sql("insert into membership values (?, ?, ?, ?, ?, ?, ?, ?)")
                                .param(id.value())
                                .param(membership.member().value())
                                .param(tree.value())
                                .param(membership.unit().value())
                                .param(membership.kind().name())
                                .param(membership.term().from())
                                .param(lastDay)
                                .param(because == null ? null : because.name())
                                .update());
        return find(id).orElseThrow(MembershipObjection.MEMBERSHIP_NOT_FOUND::raised);
    }

    /// Until when and why it was to last at the beginning of the day is kept with it.
    void end(Membership membership, LocalDate lastDay, EndedBecause because) {
        jdbc.sql(
                        """
                        update membership
                        set last_day = greatest(from_day - 1, least(last_day, ?)), ended_because = ?,
                            end_before = case when ended_on = ? then end_before else last_day end,
                            because_before = case when ended_on = ? then because_before else ended_because end,
                            ended_on = ?
                        where id = ?
                        """)
                .params(
                        lastDay,
                        because.name(),
                        today.date(),
                        today.date(),
                        today.date(),
                        membership.id().value())
                .update();
    }

    /// Ends one with the day that age limits leave, or lets it go on without an end. Only as it was
    /// read: whoever leaves meanwhile has left.
    void endByAge(Membership membership, @Nullable LocalDate byAge) {
        jdbc.sql(
                        """
                        update membership
                        set last_day = greatest(from_day - 1, ?::date), ended_because = ?, ended_on = ?
                        where id = ? and last_day is not distinct from ?
                        """)
                .param(byAge)
                .param(byAge == null ? null : EndedBecause.AGE_LIMIT.name())
                .param(byAge != null && byAge.isBefore(today.date()) ? today.date() : null)
                .param(membership.id().value())
                .param(membership.term().lastDay())
                .update();
    }

    /// Takes back that one was ended today.
    ///
    /// @return whether it was
    /// @throws org.rotfaden.security.BrokenRule ALREADY_AT_HOME when another home began
    boolean restore(Membership ended) {
        return expectOneHome(() ->
                jdbc.sql(
                                """
                                update membership
                                set last_day = end_before, ended_because = because_before,
                                    ended_on = null, end_before = null, because_before = null
                                where id = ? and ended_on = ? and ended_because in ('LEFT', 'ENDED_BY_UNIT')
                                """)
                        .params(ended.id().value(), today.date())
                        .update())
                == 1;
    }

    /// Takes back that one began today or will begin: as if there had been none.
    ///
    /// @return whether it did
    boolean takeBack(MembershipId id) {
        return jdbc.sql(
                                """
                                update membership set last_day = from_day - 1, ended_because = null
                                where id = ? and from_day >= ? and ended_on is null
                                """)
                        .params(id.value(), today.date())
                        .update()
                == 1;
    }

    /// @return how many rows were written
    private static int expectOneHome(IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DataIntegrityViolationException twoHomes) {
            throw MembershipObjection.ALREADY_AT_HOME.raised();
        }
    }

    private static Membership membership(ResultSet row) throws SQLException {
        String because = row.getString("ended_because");
        return new Membership(
                Columns.id(row, "id", MembershipId::new),
                Columns.id(row, "member_id", MemberId::new),
                Columns.id(row, "tree_id", TreeId::new),
                Columns.id(row, "unit_id", UnitId::new),
                MembershipKind.valueOf(row.getString("kind")),
                Term.of(row),
                because == null ? null : EndedBecause.valueOf(because));
    }
}

package org.rotfaden.organisation.memberships;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rotfaden.activity.Activities;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.units.Sight;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.TreeId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Today;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Members move to another home unit: they ask, the new unit decides, and both see it.
@Service
public class HomeMoves {

    private static final RowMapper<HomeMove> MOVE = (row, _) -> move(row);
    private static final int SHOWN_DAYS = 180;

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Memberships memberships;
    private final Members members;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Activities activities;
    private final Today today;

    HomeMoves(
            JdbcClient jdbc,
            Structures structures,
            Memberships memberships,
            Members members,
            Permissions permissions,
            AuditTrail audit,
            Activities activities,
            Today today) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.memberships = memberships;
        this.members = members;
        this.permissions = permissions;
        this.audit = audit;
        this.activities = activities;
        this.today = today;
    }

    /// A member asks to be at home in another unit; whoever administers the old one may ask for
    /// her. Where the same person decides for the new one, it is done at once.
    ///
    /// @throws org.rotfaden.security.BrokenRule MEMBERSHIP_NOT_FOUND when the member has no home in
    ///   that tree
    /// @throws org.rotfaden.security.BrokenRule ALREADY_AT_HOME when she is at home there, or has
    ///   asked for another move
    @Transactional
    public HomeMove ask(MemberId by, MemberId member, UnitId to) {
        Structure structure = structures.hold();
        members.standInLine(member);
        TreeId tree = structure.getCurrent(to).tree();
        Membership home =
                memberships
                        .home(member, tree)
                        .orElseThrow(MembershipObjection.MEMBERSHIP_NOT_FOUND::raised);
        if (!member.equals(by)) {
            administers(by, home.unit())
                    .orRefuse(
                            memberships.mayKnowOf(by, home),
                            MembershipObjection.MEMBERSHIP_NOT_FOUND::raised);
        }
        if (home.unit().equals(to)) {
            throw MembershipObjection.ALREADY_AT_HOME.raised();
        }
        HomeMoveId id = HomeMoveId.random();
        try {
            jdbc.sql("insert into home_move values (?, ?, ?, ?, ?, ?)")
                    .params(
                            id.value(),
                            member.value(),
                            home.unit().value(),
                            to.value(),
                            today.date(),
                            HomeMove.State.ASKED.name())
                    .update();
        } catch (DuplicateKeyException asked) {
            throw MembershipObjection.ALREADY_AT_HOME.raised();
        }
        audit.record(by, "HOME_MOVE_ASKED", to.subject(), member.value());
        activities.tell(new MembershipEvent.MoveAsked(by, member, home.unit(), to));
        if (permissions.allows(by, Permission.ADMINISTER_MEMBERS, to.subject())) {
            accept(by, id);
        }
        return get(id);
    }

    /// The new unit takes the member in: from today on she is at home there.
    @Transactional
    public void accept(MemberId by, HomeMoveId id) {
        structures.hold();
        members.standInLine(get(id).member());
        HomeMove move = decide(by, id, HomeMove.State.DONE);
        Membership home =
                memberships
                        .home(move.member(), structures.current().getCurrent(move.to()).tree())
                        .orElseThrow(MembershipObjection.MEMBERSHIP_NOT_FOUND::raised);
        memberships.moveHome(by, home, move.to(), EndedBecause.MOVED);
    }

    @Transactional
    public void decline(MemberId by, HomeMoveId id) {
        structures.hold();
        HomeMove move = decide(by, id, HomeMove.State.DECLINED);
        activities.tell(new MembershipEvent.MoveAsked(by, move.member(), move.from(), move.to()));
    }

    /// Whoever asked takes it back.
    @Transactional
    public void withdraw(MemberId by, HomeMoveId id) {
        structures.hold();
        HomeMove move = get(id);
        if (!move.member().equals(by)) {
            administers(by, move.from())
                    .orRefuse(mayKnowOf(by, move), MembershipObjection.HOME_MOVE_NOT_FOUND::raised);
        }
        settle(move, HomeMove.State.WITHDRAWN);
        audit.record(by, "HOME_MOVE_WITHDRAWN", move.to().subject(), move.member().value());
        activities.tell(new MembershipEvent.MoveAsked(by, move.member(), move.from(), move.to()));
    }

    /// The moves to and from a unit that are open or recent, the newest first.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever asks administers its members
    public List<HomeMove> around(MemberId by, UnitId unit) {
        administers(by, unit).orRefuse();
        return jdbc.sql(
                        """
                        select * from home_move
                        where (from_unit = ? or to_unit = ?) and (state = 'ASKED' or decided_on >= ?)
                        order by asked_on desc, id
                        """)
                .params(unit.value(), unit.value(), today.date().minusDays(SHOWN_DAYS))
                .query(MOVE)
                .list();
    }

    /// The moves that wait for somebody's decision, the one that waits longest first.
    public List<HomeMove> toDecide(MemberId by, int most) {
        Sight sight =
                Sight.of(
                        by,
                        permissions.grantsOf(by),
                        Permission.ADMINISTER_MEMBERS,
                        structures.current());
        return jdbc.sql(
                        """
                        select * from home_move
                        where state = 'ASKED' and (? or to_unit = any(?)) order by asked_on, id limit ?
                        """)
                .params(sight.everywhere(), sight.units(), most)
                .query(MOVE)
                .list();
    }

    /// The move that a member has asked for and that was not decided.
    public Optional<HomeMove> openOf(MemberId member) {
        return jdbc.sql("select * from home_move where member_id = ? and state = 'ASKED'")
                .param(member.value())
                .query(MOVE)
                .optional();
    }

    /// The move with this id.
    ///
    /// @throws org.rotfaden.security.BrokenRule HOME_MOVE_NOT_FOUND when there is none
    public HomeMove get(HomeMoveId id) {
        return jdbc.sql("select * from home_move where id = ?")
                .param(id.value())
                .query(MOVE)
                .optional()
                .orElseThrow(MembershipObjection.HOME_MOVE_NOT_FOUND::raised);
    }

    private HomeMove decide(MemberId by, HomeMoveId id, HomeMove.State state) {
        HomeMove move = get(id);
        administers(by, move.to())
                .orRefuse(mayKnowOf(by, move), MembershipObjection.HOME_MOVE_NOT_FOUND::raised);
        settle(move, state);
        audit.record(by, "HOME_MOVE_" + state, move.to().subject(), move.member().value());
        return move;
    }

    private boolean mayKnowOf(MemberId by, HomeMove move) {
        return move.member().equals(by)
                || administers(by, move.from()).allowed()
                || administers(by, move.to()).allowed();
    }

    private Decision administers(MemberId by, UnitId unit) {
        return permissions.decide(by, Permission.ADMINISTER_MEMBERS, unit.subject());
    }

    private void settle(HomeMove move, HomeMove.State state) {
        int settled =
                jdbc.sql(
                                """
                                update home_move set state = ?, decided_on = ?
                                where id = ? and state = 'ASKED'
                                """)
                        .params(state.name(), today.date(), move.id().value())
                        .update();
        if (settled == 0) {
            throw MembershipObjection.HOME_MOVE_NOT_FOUND.raised();
        }
    }

    private static HomeMove move(ResultSet row) throws SQLException {
        return new HomeMove(
                Columns.id(row, "id", HomeMoveId::new),
                Columns.id(row, "member_id", MemberId::new),
                Columns.id(row, "from_unit", UnitId::new),
                Columns.id(row, "to_unit", UnitId::new),
                row.getObject("asked_on", LocalDate.class),
                HomeMove.State.valueOf(row.getString("state")),
                row.getObject("decided_on", LocalDate.class));
    }
}

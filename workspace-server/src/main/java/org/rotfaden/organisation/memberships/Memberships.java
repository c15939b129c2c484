package org.rotfaden.organisation.memberships;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Term;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.members.Admitted;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewMember;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.RuleVersion;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.TreeId;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Today;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who is at home where. Everybody has exactly one home unit in each tree.
@Service
public class Memberships {

    private static final RowMapper<Membership> MEMBERSHIP = (row, _) -> membership(row);

    private final JdbcClient jdbc;
    private final Structures structures;
    private final Rules rules;
    private final Members members;
    private final ExplicitGrants grants;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Today today;

    Memberships(
            JdbcClient jdbc,
            Structures structures,
            Rules rules,
            Members members,
            ExplicitGrants grants,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Today today) {
        this.jdbc = jdbc;
        this.structures = structures;
        this.rules = rules;
        this.members = members;
        this.grants = grants;
        this.permissions = permissions;
        this.audit = audit;
        this.events = events;
        this.today = today;
    }

    /// All memberships of somebody, former ones too, the newest first.
    public List<Membership> of(MemberId member) {
        return jdbc.sql("select * from membership where member_id = ? order by from_day desc, id")
                .param(member.value())
                .query(MEMBERSHIP)
                .list();
    }

    /// The memberships of somebody today, at most one in each tree.
    public List<Membership> current(MemberId member) {
        return of(member).stream().filter(known -> known.term().includes(today.date())).toList();
    }

    /// The home of somebody in a tree.
    public Optional<Membership> home(MemberId member, TreeId tree) {
        return current(member).stream().filter(known -> known.tree().equals(tree)).findFirst();
    }

    /// Who is at home in a unit, by name.
    ///
    /// @param after how many to leave out at the beginning
    /// @throws org.rotfaden.security.NotPermitted unless whoever asks may see names there
    public List<Membership> in(MemberId by, UnitId unit, int after, int most) {
        return in(by, unit, "", after, most);
    }

    /// Who is at home in a unit and has these words in her name, by name.
    ///
    /// @param after how many to leave out at the beginning
    /// @throws org.rotfaden.security.NotPermitted unless whoever asks may see names there
    public List<Membership> in(MemberId by, UnitId unit, String words, int after, int most) {
        permissions.decide(by, Permission.SEE_MEMBERS, unit.subject()).orRefuse();
        return jdbc.sql(
                        """
                        select membership.*
                        from membership join member on member.id = membership.member_id
                        where membership.unit_id = ? and from_day <= ? and coalesce(last_day, 'infinity') >= ?
                            and position(lower(?) in lower(member.name)) > 0
                        order by lower(member.name), membership.id
                        offset ? limit ?
                        """)
                .params(unit.value(), today.date(), today.date(), words.strip(), after, most)
                .query(MEMBERSHIP)
                .list();
    }

    /// How many are at home in a unit.
    public int count(UnitId unit) {
        return count(Set.of(unit));
    }

    /// How many are at home in a unit or below it.
    public int countWithin(UnitId unit) {
        return count(structures.current().within(unit));
    }

    /// Makes a unit somebody's home. Where an age limit holds, the last day is known from the
    /// start.
    ///
    /// @throws AlreadyAtHome when the member has a home in the tree at that time
    /// @throws TooOld when the age limit is reached or the date of birth is not known
    /// @throws org.rotfaden.members.LastAdministrator when it has an end with which nobody would be
    ///   left who administers the association, or operates the server
    @Transactional
    public Membership begin(MemberId by, NewMembership membership) {
        Structure structure = structures.hold();
        TreeId tree = structure.getCurrent(membership.unit()).tree();
        permissions
                .decide(by, Permission.ADMINISTER_MEMBERS, membership.unit().subject())
                .orRefuse();
        members.get(membership.member());
        Membership begun = insert(membership, tree);
        grants.expectOthers(membership.member());
        audit.record(
                by, "MEMBERSHIP_BEGUN", membership.unit().subject(), membership.member().value());
        tell(membership.member(), List.of(membership.unit()));
        return begun;
    }

    /// Takes somebody into the association and makes a unit her home, both or neither.
    ///
    /// @return with the password that is handed over
    @Transactional
    public Admitted takeIn(
            MemberId by, NewMember newcomer, UnitId unit, MembershipKind kind, Term term) {
        Admitted admitted = members.admit(by, newcomer, unit.subject());
        begin(by, new NewMembership(admitted.member().id(), unit, kind, term));
        return admitted;
    }

    /// Ends a membership with a day, never later than it would end anyway. Members may leave by
    /// themselves. Whoever leaves waits for a reform of the unit that is under way: the membership
    /// may be another afterwards.
    ///
    /// @throws org.rotfaden.members.LastAdministrator when nobody would be left who administers the
    ///   association, or operates the server
    @Transactional
    public void end(MemberId by, MembershipId id, LocalDate lastDay) {
        structures.hold();
        Membership membership = get(id);
        boolean leaves = membership.member().equals(by);
        if (!leaves) {
            permissions
                    .decide(by, Permission.ADMINISTER_MEMBERS, membership.unit().subject())
                    .orRefuse();
        }
        if (membership.term().end().filter(last -> !last.isAfter(lastDay)).isPresent()) {
            return;
        }
        end(membership, lastDay, leaves ? EndedBecause.LEFT : EndedBecause.ENDED_BY_UNIT);
        grants.expectOthers(membership.member());
        audit.record(
                by, "MEMBERSHIP_ENDED", membership.unit().subject(), membership.member().value());
        tell(membership.member(), List.of(membership.unit()));
    }

    /// The membership with this id.
    ///
    /// @throws MembershipNotFound when there is none, or it is over
    public Membership get(MembershipId id) {
        return find(id).filter(known -> !known.term().isOverOn(today.date()))
                .orElseThrow(MembershipNotFound::new);
    }

    /// Moves a membership to another unit from today on, or from its first day, if that is to come.
    void moveHome(Membership membership, UnitId to, EndedBecause because) {
        end(membership, today.date().minusDays(1), because);
        Term rest =
                new Term(
                        later(today.date(), membership.term().from()), membership.term().lastDay());
        insert(
                new NewMembership(membership.member(), to, membership.kind(), rest),
                membership.tree());
        tell(membership.member(), List.of(membership.unit(), to));
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

    /// Until when and why it was to last at the beginning of the day is kept with it.
    private void end(Membership membership, LocalDate lastDay, EndedBecause because) {
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

    private void endByAge(Membership membership, LocalDate lastDay) {
        jdbc.sql(
                        """
                        update membership set last_day = greatest(from_day - 1, ?), ended_because = ?
                        where id = ?
                        """)
                .params(lastDay, EndedBecause.AGE_LIMIT.name(), membership.id().value())
                .update();
        if (lastDay.isBefore(today.date())) {
            grants.expectOthers(membership.member());
        }
    }

    /// Brings the last day of a membership in line with the age limits that hold now and will.
    /// Whose date of birth is not known, stays.
    void followAgeLimit(Membership membership) {
        boolean byAge = membership.because() == EndedBecause.AGE_LIMIT;
        boolean endsOtherwise = membership.term().lastDay() != null && !byAge;
        if (endsOtherwise || members.get(membership.member()).born() == null) {
            return;
        }
        LocalDate lastDay =
                lastDayByAge(
                        new NewMembership(
                                membership.member(),
                                membership.unit(),
                                membership.kind(),
                                Term.since(membership.term().from())));
        if (lastDay != null) {
            endByAge(membership, lastDay);
        } else if (byAge) {
            jdbc.sql("update membership set last_day = null, ended_because = null where id = ?")
                    .param(membership.id().value())
                    .update();
        }
    }

    private int count(Set<UnitId> units) {
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

    /// Homes of one member are given one after the other: the constraint alone lets several who
    /// give one at once wait for each other for ever.
    private void standInLine(MemberId member) {
        jdbc.sql("select 1 from member where id = ? for no key update")
                .param(member.value())
                .query(Integer.class)
                .list();
    }

    private Membership insert(NewMembership membership, TreeId tree) {
        LocalDate byAge = lastDayByAge(membership);
        LocalDate wanted = membership.term().lastDay();
        if (byAge != null && byAge.isBefore(membership.term().from())) {
            throw new TooOld();
        }
        boolean endsByAge = byAge != null && (wanted == null || byAge.isBefore(wanted));
        MembershipId id = MembershipId.random();
        standInLine(membership.member());
        expectOneHome(() ->
                jdbc.sql("insert into membership values (?, ?, ?, ?, ?, ?, ?, ?)")
                        .param(id.value())
                        .param(membership.member().value())
                        .param(tree.value())
                        .param(membership.unit().value())
                        .param(membership.kind().name())
                        .param(membership.term().from())
                        .param(endsByAge ? byAge : wanted)
                        .param(endsByAge ? EndedBecause.AGE_LIMIT.name() : null)
                        .update());
        return find(id).orElseThrow(MembershipNotFound::new);
    }

    /// The last day that age limits leave: those that hold, and those that were set for later.
    ///
    /// @throws KindDoesNotFit for youth-only memberships where no age limit holds
    /// @throws TooOld where one holds and the date of birth is not known
    private @Nullable LocalDate lastDayByAge(NewMembership membership) {
        LocalDate first = later(today.date(), membership.term().from());
        boolean hasLimit = rules.inForce(membership.unit(), Rule.AGE_LIMIT, first).isPresent();
        if (!hasLimit && membership.kind() == MembershipKind.YOUTH_ONLY) {
            throw new KindDoesNotFit();
        }
        LocalDate born = members.get(membership.member()).born();
        if (born == null) {
            if (hasLimit) {
                throw new TooOld();
            }
            return null;
        }
        return ageLimits(membership.unit(), first).lastDay(born);
    }

    private AgeLimits ageLimits(UnitId unit, LocalDate first) {
        var limits = new TreeMap<LocalDate, Optional<Integer>>();
        Stream.concat(Stream.of(first), rules.changesAfter(first, unit, Rule.AGE_LIMIT).stream())
                .forEach(day ->
                        limits.put(
                                day,
                                rules.inForce(unit, Rule.AGE_LIMIT, day).map(RuleVersion::number)));
        return new AgeLimits(limits);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static void expectOneHome(Runnable write) {
        try {
            write.run();
        } catch (DataIntegrityViolationException twoHomes) {
            throw new AlreadyAtHome();
        }
    }

    void tell(MemberId member, List<UnitId> units) {
        events.publishEvent(new MembershipEvent.Changed(member, units));
        events.publishEvent(RightsChanged.of(member));
    }

    Optional<Membership> find(MembershipId id) {
        return jdbc.sql("select * from membership where id = ?")
                .param(id.value())
                .query(MEMBERSHIP)
                .optional();
    }

    private static Membership membership(ResultSet row) throws SQLException {
        String because = row.getString("ended_because");
        return new Membership(
                new MembershipId(row.getObject("id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                new TreeId(row.getObject("tree_id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                MembershipKind.valueOf(row.getString("kind")),
                new Term(
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class)),
                because == null ? null : EndedBecause.valueOf(because));
    }
}

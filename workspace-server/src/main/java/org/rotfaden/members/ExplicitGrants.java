package org.rotfaden.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.AssociationObjection;
import org.rotfaden.association.Term;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.Columns;
import org.rotfaden.security.Decision;
import org.rotfaden.security.Departures;
import org.rotfaden.security.Grant;
import org.rotfaden.security.GrantSource;
import org.rotfaden.security.Holder;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Reason;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Roles that somebody gave by hand: to administer a part of the association, to operate the
/// server, to read or write one thing.
@Service
@Order(20)
public class ExplicitGrants implements GrantSource {

    private static final RowMapper<ExplicitGrant> GRANT = (row, _) -> grant(row);

    private static final List<Role> NEVER_NOBODYS = List.of(Role.ADMINISTRATOR, Role.OPERATOR);

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final Departures departures;
    private final AuditTrail audit;
    private final Activities activities;
    private final Today today;

    ExplicitGrants(
            JdbcClient jdbc,
            Permissions permissions,
            Departures departures,
            AuditTrail audit,
            Activities activities,
            Today today) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.departures = departures;
        this.audit = audit;
        this.activities = activities;
        this.today = today;
    }

    /// Whether somebody may give a role at a place, and end it there.
    public Decision mayGive(MemberId by, Role role, Subject where) {
        return permissions.decide(by, authorityOver(role, where), where);
    }

    /// Gives a member a role. The same role at the same place is not given twice; its term changes.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever gives it has authority there
    /// @throws org.rotfaden.security.BrokenRule when the place is a unit or a body that has ended
    /// @throws org.rotfaden.security.BrokenRule ROLE_CANNOT_BE_GIVEN when it is no role for such a
    ///   place
    /// @throws org.rotfaden.security.BrokenRule INVALID_TERM when it would be over already
    /// @throws org.rotfaden.security.BrokenRule MEMBER_NOT_FOUND when there is no such member
    /// @throws org.rotfaden.security.BrokenRule LAST_ADMINISTRATOR when nobody would be left who
    ///   has the role without an end
    @Transactional
    public Given give(MemberId by, NewGrant grant) {
        permissions.hold(grant.where());
        lock();
        mayGive(by, grant.role(), grant.where()).orRefuse();
        expectToFit(grant);
        expectToBegin(grant.term());
        expectMember(grant.member());
        Optional<ExplicitGrant> before = standing(grant);
        Optional<LocalDate> until = heldUntil(grant.role());
        before.map(ExplicitGrant::id).ifPresent(this::endToday);
        UUID id = insert(grant, by);
        expectSomebodyLeft(grant.role(), grant.where(), until);
        audit.record(by, "GRANTED_" + grant.role(), grant.where(), grant.member().value());
        activities.tell(
                new RoleEvent.Given(
                        by,
                        grant.member(),
                        grant.role(),
                        grant.where(),
                        authorityOver(grant.role(), grant.where())));
        activities.tell(RightsChanged.of(grant.member()));
        return new Given(get(id), before);
    }

    /// Ends a role today. Whoever has it may lay it down.
    ///
    /// @throws org.rotfaden.security.BrokenRule LAST_ADMINISTRATOR when nobody would be left who
    ///   has the role without an end
    @Transactional
    public void end(MemberId by, UUID id) {
        permissions.hold(get(id).where());
        lock();
        ExplicitGrant grant = get(id);
        if (!grant.member().equals(by)) {
            mayGive(by, grant.role(), grant.where())
                    .orRefuse(
                            permissions.decideOversight(by, grant.where()).allowed(),
                            MemberObjection.GRANT_NOT_FOUND::raised);
        }
        Optional<LocalDate> until = heldUntil(grant.role());
        endToday(id);
        expectSomebodyLeft(grant.role(), grant.where(), until);
        audit.record(by, "GRANT_ENDED_" + grant.role(), grant.where(), grant.member().value());
        activities.tell(
                new RoleEvent.Ended(
                        by,
                        grant.member(),
                        grant.role(),
                        grant.where(),
                        authorityOver(grant.role(), grant.where())));
        activities.tell(RightsChanged.of(grant.member()));
    }

    /// Goes on only when others administer the association and operate the server as long as those
    /// would have who leave it now, or will sooner.
    ///
    /// @param leaving with the day until which each of them would have stayed
    /// @throws org.rotfaden.security.BrokenRule LAST_ADMINISTRATOR when nobody would be left who
    ///   has the role without an end
    @Transactional(propagation = Propagation.MANDATORY)
    public void expectOthers(Map<MemberId, LocalDate> leaving) {
        if (leaving.isEmpty()) {
            return;
        }
        lock();
        for (Role role : NEVER_NOBODYS) {
            Optional<LocalDate> until =
                    forGood(role).stream()
                            .filter(leaving::containsKey)
                            .map(leaving::get)
                            .max(Comparator.naturalOrder());
            if (until.isPresent()) {
                expectSomebodyLeft(role, Subject.ASSOCIATION, until);
            }
        }
    }

    /// What was given at one place and has not ended.
    public List<ExplicitGrant> at(Subject where) {
        return jdbc.sql(
                        """
                        select * from explicit_grant
                        where subject_type = ? and subject_id = ?
                            and coalesce(last_day, 'infinity') >= greatest(from_day, ?)
                        order by from_day, id
                        """)
                .params(where.type(), where.id(), today.date())
                .query(GRANT)
                .list();
    }

    @Override
    public List<Grant> grantsOf(MemberId member) {
        return jdbc
                .sql(
                        """
                        select * from explicit_grant
                        where member_id = ? and ? between from_day and coalesce(last_day, 'infinity')
                        order by from_day, id
                        """)
                .params(member.value(), today.date())
                .query(GRANT)
                .list()
                .stream()
                .map(ExplicitGrants::asGrant)
                .toList();
    }

    @Override
    public List<Holder> holdersAt(Set<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> at(subject).stream())
                .filter(grant -> grant.term().includes(today.date()))
                .map(grant -> new Holder(grant.member(), asGrant(grant)))
                .toList();
    }

    /// The first member of a workspace administers the association and operates the server.
    void giveFirst(MemberId member) {
        for (Role role : NEVER_NOBODYS) {
            insert(new NewGrant(member, role, Subject.ASSOCIATION, Term.since(today.date())), null);
        }
        activities.tell(RightsChanged.of(member));
    }

    private void expectToFit(NewGrant grant) {
        permissions.expectCurrent(grant.where());
        if (grant.role() == Role.ADMINISTRATOR && !permissions.hasAdministrators(grant.where())) {
            throw MemberObjection.ROLE_CANNOT_BE_GIVEN.raised();
        }
    }

    private Permission authorityOver(Role role, Subject where) {
        return switch (role) {
            case OPERATOR -> Permission.OPERATE;
            case WRITER, READER -> permissions.authorityOver(where);
            default -> Permission.ADMINISTER;
        };
    }

    private static Grant asGrant(ExplicitGrant grant) {
        return new Grant(
                grant.role(),
                grant.where(),
                grant.term()
                        .end()
                        .map(last -> new Reason("GRANTED_" + grant.role() + "_UNTIL", last))
                        .orElseGet(() -> new Reason("GRANTED_" + grant.role())));
    }

    /// The role that a new one would take the place of.
    Optional<ExplicitGrant> standing(NewGrant grant) {
        return at(grant.where()).stream()
                .filter(standing -> standing.member().equals(grant.member()))
                .filter(standing -> standing.role() == grant.role())
                .findFirst();
    }

    private void endToday(UUID id) {
        jdbc.sql("update explicit_grant set last_day = greatest(from_day, ?) - 1 where id = ?")
                .params(today.date(), id)
                .update();
    }

    private UUID insert(NewGrant grant, @Nullable MemberId by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into explicit_grant values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(grant.member().value())
                .param(grant.role().name())
                .param(grant.where().type())
                .param(grant.where().id())
                .param(grant.term().from())
                .param(grant.term().lastDay())
                .param(by == null ? null : by.value())
                .update();
        return id;
    }

    /// Whoever gives and ends does so one after the other.
    void lock() {
        jdbc.sql("lock table explicit_grant in share row exclusive mode").update();
    }

    private void expectToBegin(Term term) {
        if (term.isOverOn(today.date())) {
            throw AssociationObjection.INVALID_TERM.raised();
        }
    }

    private void expectMember(MemberId member) {
        if (!jdbc.sql("select exists (select from member where id = ?)")
                .param(member.value())
                .query(Boolean.class)
                .single()) {
            throw MemberObjection.MEMBER_NOT_FOUND.raised();
        }
    }

    /// A role with an end does not count: on its last day the association would be nobody's. Nor
    /// does that of somebody who has left or will. Who will soon be too old counts until then: no
    /// change brings the day nearer on which nobody is left.
    ///
    /// @param before until when somebody had it before
    private void expectSomebodyLeft(Role role, Subject where, Optional<LocalDate> before) {
        if (where.equals(Subject.ASSOCIATION) && NEVER_NOBODYS.contains(role)) {
            LocalDate until =
                    heldUntil(role).orElseThrow(MemberObjection.LAST_ADMINISTRATOR::raised);
            if (before.filter(until::isBefore).isPresent()) {
                throw MemberObjection.LAST_ADMINISTRATOR.raised();
            }
        }
    }

    /// The last day on which somebody stays who has a role in the association without an end.
    private Optional<LocalDate> heldUntil(Role role) {
        return departures.staying(forGood(role)).values().stream().max(Comparator.naturalOrder());
    }

    private Set<MemberId> forGood(Role role) {
        return jdbc
                .sql(
                        """
                        select member_id from explicit_grant
                        where subject_type = 'association' and role = ? and from_day <= ?
                            and last_day is null
                        """)
                .params(role.name(), today.date())
                .query(Columns.ids("member_id", MemberId::new))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    ExplicitGrant get(UUID id) {
        return jdbc.sql("select * from explicit_grant where id = ?")
                .param(id)
                .query(GRANT)
                .optional()
                .filter(grant -> !grant.term().isEmpty() && !grant.term().isOverOn(today.date()))
                .orElseThrow(MemberObjection.GRANT_NOT_FOUND::raised);
    }

    private static ExplicitGrant grant(ResultSet row) throws SQLException {
        return new ExplicitGrant(
                Columns.uuid(row, "id"),
                Columns.id(row, "member_id", MemberId::new),
                Role.valueOf(row.getString("role")),
                Columns.subject(row, "subject"),
                Term.of(row),
                Columns.idOrNull(row, "given_by", MemberId::new));
    }
}

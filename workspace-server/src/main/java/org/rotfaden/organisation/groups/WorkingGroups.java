package org.rotfaden.organisation.groups;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rotfaden.activity.Activities;
import org.rotfaden.activity.Addressed;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.groups.Participation.State;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Decision;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Pace;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Groups that members found: small and scattered or large, in a unit, in several or in none.
@Service
public class WorkingGroups {

    /// Below the list of groups these are addresses of other pages.
    private static final Set<String> NOT_FOR_GROUPS = Set.of("gruenden");

    /// So many groups one member takes part in or asks to: each is looked at with every question
    /// about her rights.
    static final int MOST_OF_ONE = 200;

    private final GroupRows rows;
    private final Structures structures;
    private final Members members;
    private final Permissions permissions;
    private final Pace pace;
    private final AuditTrail audit;
    private final Activities activities;
    private final Today today;

    WorkingGroups(
            GroupRows rows,
            Structures structures,
            Members members,
            Permissions permissions,
            Pace pace,
            AuditTrail audit,
            Activities activities,
            Today today) {
        this.rows = rows;
        this.structures = structures;
        this.members = members;
        this.permissions = permissions;
        this.pace = pace;
        this.audit = audit;
        this.activities = activities;
        this.today = today;
    }

    /// A group that the member may know of: one that is for the invited only exists for them and
    /// for those who administer what it belongs to. Whoever has left knows of none.
    public Optional<WorkingGroup> find(MemberId by, String slug) {
        return rows.find(slug).filter(group -> mayKnowOf(by, group));
    }

    /// A group that the member may know of.
    public Optional<WorkingGroup> find(MemberId by, WorkingGroupId id) {
        return rows.find(id).filter(group -> mayKnowOf(by, group));
    }

    /// The group with this id.
    ///
    /// @throws org.rotfaden.security.BrokenRule GROUP_NOT_FOUND when there is none that the member
    ///   may know of
    public WorkingGroup get(MemberId by, WorkingGroupId id) {
        return find(by, id).orElseThrow(GroupObjection.GROUP_NOT_FOUND::raised);
    }

    /// The groups of a unit that the member may know of, by name.
    ///
    /// @param after how many to leave out at the beginning
    public List<WorkingGroup> of(MemberId by, UnitId unit, int after, int most) {
        if (permissions.hasLeft(by)) {
            return List.of();
        }
        boolean all = permissions.allows(by, Permission.ADMINISTER, unit.subject());
        return rows.of(unit, by, all, after, most);
    }

    /// The groups in which a member takes part, by name.
    public List<WorkingGroup> of(MemberId member) {
        return permissions.hasLeft(member) ? List.of() : rows.of(member);
    }

    /// The groups to which a member is invited, by name.
    public List<WorkingGroup> inviting(MemberId member, int most) {
        return permissions.hasLeft(member) ? List.of() : rows.inviting(member, most);
    }

    /// The groups that a member hosts and to which others ask to belong, by name, and how many ask.
    public Map<WorkingGroup, Integer> asked(MemberId host, int most) {
        return permissions.hasLeft(host) ? Map.of() : rows.asked(host, most);
    }

    /// The groups that were founded last and of which a member may know, the newest first.
    public List<WorkingGroup> newest(MemberId by, LocalDate since, int most) {
        return permissions.hasLeft(by) ? List.of() : rows.newest(by, since, most);
    }

    /// All groups that a member may know of, by name.
    ///
    /// @param archived the archived ones, or those at work
    /// @param after how many to leave out at the beginning
    public List<WorkingGroup> list(MemberId by, boolean archived, int after, int most) {
        return permissions.hasLeft(by) ? List.of() : rows.visibleTo(by, archived, after, most);
    }

    /// How a member stands to a group.
    public Optional<Participation> participation(WorkingGroupId group, MemberId member) {
        return rows.find(group, member);
    }

    /// How many take part.
    public int count(WorkingGroupId group) {
        return rows.count(group);
    }

    /// Who hosts a group. Whoever has left the association does not any more.
    public List<MemberId> hosts(WorkingGroupId group) {
        return rows.in(group).stream()
                .filter(taking -> taking.state() == State.HOST)
                .map(Participation::member)
                .filter(host -> !permissions.hasLeft(host))
                .toList();
    }

    /// Who takes part, hosts first; hosts also see who asked and who was invited.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever asks may see names there
    public List<Participation> participations(MemberId by, WorkingGroupId group) {
        permissions.decide(by, Permission.SEE_MEMBERS, group.subject()).orRefuse();
        boolean hosts = permissions.allows(by, Permission.HOST, group.subject());
        return rows.in(group).stream()
                .filter(taking -> hosts || taking.state().takesPart())
                .toList();
    }

    /// Founds a group and hosts it.
    ///
    /// @throws org.rotfaden.security.NotPermitted when the member's rights rest
    /// @throws org.rotfaden.security.TooFast when she has founded many just now
    /// @throws org.rotfaden.security.BrokenRule TOO_MANY_GROUPS when she takes part in very many
    @Transactional
    public WorkingGroup found(MemberId by, GroupDescription group) {
        Structure structure = structures.hold();
        permissions.decide(by, Permission.FOUND_GROUPS, Subject.ASSOCIATION).orRefuse();
        pace.begin(by);
        expectFewOf(by);
        group.units().forEach(structure::getCurrent);
        WorkingGroupId id = WorkingGroupId.random();
        var _ =
                group.name()
                        .slug(slug ->
                                NOT_FOR_GROUPS.contains(slug)
                                        || !rows.insert(id, slug, group, today.date()));
        rows.set(id, by, State.HOST, today.date());
        audit.record(by, "GROUP_FOUNDED", id.subject());
        WorkingGroup founded = get(by, id);
        activities.tell(new GroupEvent.Founded(by, id, founded.places(), founded.listed()));
        activities.tell(RightsChanged.of(by));
        return founded;
    }

    /// Describes a group otherwise. As everywhere the trees come before the group's row, so that
    /// nobody waits in a circle.
    ///
    /// @param seen the version that was looked at
    /// @throws org.rotfaden.association.Conflict when it has changed since
    @Transactional
    public WorkingGroup change(
            MemberId by, WorkingGroupId id, GroupDescription described, long seen) {
        Structure structure = structures.hold();
        WorkingGroup group = lockActive(by, id);
        expectHost(by, group);
        described.units().forEach(structure::getCurrent);
        rows.update(id, described, seen);
        audit.record(by, "GROUP_CHANGED", id.subject());
        tellChanged(by, group);
        return get(by, id);
    }

    /// Takes part where that is open, asks where it is on request, and accepts an invitation.
    ///
    /// @return how the member stands to the group now
    /// @throws org.rotfaden.security.BrokenRule NOT_OPEN where one has to be invited and was not
    /// @throws org.rotfaden.security.BrokenRule TOO_MANY_GROUPS when she takes part in very many
    @Transactional
    public State join(MemberId by, WorkingGroupId id) {
        WorkingGroup group = lockActive(by, id);
        permissions.decide(by, Permission.FOUND_GROUPS, Subject.ASSOCIATION).orRefuse();
        State now = rows.find(id, by).map(Participation::state).orElse(null);
        if (now != null && now.takesPart()) {
            return now;
        }
        expectFewOf(by);
        State next =
                switch (group.admission()) {
                    case OPEN -> State.MEMBER;
                    case ON_REQUEST -> now == State.INVITED ? State.MEMBER : State.ASKED;
                    case INVITED -> {
                        if (now != State.INVITED) {
                            throw GroupObjection.NOT_OPEN.raised();
                        }
                        yield State.MEMBER;
                    }
                };
        put(by, group, by, next, "GROUP_JOIN_" + next);
        return next;
    }

    /// Lets somebody in who asked, or invites who did not.
    @Transactional
    public State admit(MemberId by, WorkingGroupId id, MemberId member) {
        WorkingGroup group = lockActive(by, id);
        expectHost(by, group);
        State now = rows.find(id, member).map(Participation::state).orElse(null);
        if (now != null && now.takesPart()) {
            return now;
        }
        members.get(member);
        State next = now == State.ASKED ? State.MEMBER : State.INVITED;
        put(by, group, member, next, "GROUP_ADMIT_" + next);
        return next;
    }

    /// Whether somebody makes others hosts: whoever hosts, and where no host is left, as when the
    /// only one has left the association, whoever administers the group.
    public Decision mayMakeHosts(MemberId by, WorkingGroup group) {
        Decision hosts = permissions.decide(by, Permission.HOST, group.id().subject());
        return hosts.allowed() || !hosts(group.id()).isEmpty()
                ? hosts
                : permissions.decide(by, Permission.ADMINISTER, group.id().subject());
    }

    /// Makes somebody a host who takes part.
    ///
    /// @throws org.rotfaden.security.BrokenRule NOT_IN_GROUP when the member does not take part
    @Transactional
    public void makeHost(MemberId by, WorkingGroupId id, MemberId member) {
        WorkingGroup group = lockActive(by, id);
        mayMakeHosts(by, group).orRefuse();
        expectTakingPart(id, member);
        put(by, group, member, State.HOST, "GROUP_HOST_MADE");
    }

    /// Hosts no longer, and still takes part.
    ///
    /// @throws org.rotfaden.security.BrokenRule NOT_IN_GROUP when the member does not host it
    /// @throws org.rotfaden.security.BrokenRule LAST_HOST when nobody else hosts
    @Transactional
    public void hostNoLonger(MemberId by, WorkingGroupId id, MemberId member) {
        WorkingGroup group = lockActive(by, id);
        expectHost(by, group);
        if (rows.find(id, member).filter(taking -> taking.state() == State.HOST).isEmpty()) {
            throw GroupObjection.NOT_IN_GROUP.raised();
        }
        expectAnotherHost(id, member);
        put(by, group, member, State.MEMBER, "GROUP_HOST_NO_LONGER");
    }

    /// Leaves a group, takes back that one asked, declines an invitation; hosts turn others away.
    ///
    /// @throws org.rotfaden.security.BrokenRule NOT_IN_GROUP when the member has left already
    /// @throws org.rotfaden.security.BrokenRule LAST_HOST when nobody else hosts: first somebody
    ///   else becomes host
    @Transactional
    public void leave(MemberId by, WorkingGroupId id, MemberId member) {
        rows.lock(id);
        WorkingGroup group = get(by, id);
        if (!member.equals(by)) {
            expectHost(by, group);
        }
        State now =
                rows.find(id, member)
                        .map(Participation::state)
                        .orElseThrow(GroupObjection.NOT_IN_GROUP::raised);
        if (now == State.HOST && !group.isArchived()) {
            expectAnotherHost(id, member);
        }
        rows.remove(id, member);
        audit.record(by, "GROUP_LEFT", id.subject(), member.value());
        tell(by, group, member, now.takesPart(), List.of());
    }

    /// Hands a group over: another member hosts, and whoever handed over leaves.
    @Transactional
    public void handOver(MemberId by, WorkingGroupId id, MemberId successor) {
        makeHost(by, id, successor);
        leave(by, id, by);
    }

    /// Hands a group over: another member hosts, and whoever handed over still takes part.
    @Transactional
    public void handOverAndStay(MemberId by, WorkingGroupId id, MemberId successor) {
        makeHost(by, id, successor);
        hostNoLonger(by, id, by);
    }

    /// Ends the work of a group; what it wrote stays readable for those in it.
    @Transactional
    public void archive(MemberId by, WorkingGroupId id) {
        WorkingGroup group = lockActive(by, id);
        if (!permissions.allows(by, Permission.ADMINISTER, id.subject())) {
            expectHost(by, group);
        }
        rows.archive(id, today.date());
        audit.record(by, "GROUP_ARCHIVED", id.subject());
        tellChanged(by, group);
    }

    /// Takes archiving back.
    @Transactional
    public void reopen(MemberId by, WorkingGroupId id) {
        rows.lock(id);
        WorkingGroup group = get(by, id);
        if (!hosts(id).contains(by)) {
            permissions.decide(by, Permission.ADMINISTER, group.id().subject()).orRefuse();
        }
        rows.reopen(id);
        audit.record(by, "GROUP_REOPENED", id.subject());
        tellChanged(by, group);
    }

    /// Groups go with their unit.
    @EventListener
    void on(UnitEvent event) {
        switch (event) {
            case UnitEvent.Merged(var by, var units, var into, _) ->
                    units.forEach(unit -> goWith(by, unit, List.of(into)));
            case UnitEvent.Split(var by, var unit, var into, _) -> goWith(by, unit, into);
            case UnitEvent.Dissolved(var by, var unit, var above, _) ->
                    goWith(by, unit, above.stream().toList());
            case UnitEvent.Founded _,
                    UnitEvent.Renamed _,
                    UnitEvent.Moved _,
                    UnitEvent.Joined _ -> {
                // groups stay where they are
            }
        }
    }

    private void goWith(MemberId by, UnitId unit, List<UnitId> successors) {
        List<WorkingGroup> going = rows.of(unit);
        successors.forEach(successor -> rows.belongAlso(unit, successor));
        rows.belongNoLonger(unit);
        going.forEach(group -> tellChanged(by, group));
    }

    private boolean mayKnowOf(MemberId by, WorkingGroup group) {
        return !permissions.hasLeft(by)
                && (group.admission() != Admission.INVITED
                        || rows.find(group.id(), by).isPresent()
                        || permissions.allows(by, Permission.ADMINISTER, group.id().subject()));
    }

    private WorkingGroup lockActive(MemberId by, WorkingGroupId id) {
        rows.lock(id);
        WorkingGroup group = get(by, id);
        if (group.isArchived()) {
            throw GroupObjection.GROUP_ARCHIVED.raised();
        }
        return group;
    }

    private void expectFewOf(MemberId member) {
        if (rows.countOf(member) >= MOST_OF_ONE) {
            throw GroupObjection.TOO_MANY_GROUPS.raised(MOST_OF_ONE);
        }
    }

    private void expectHost(MemberId by, WorkingGroup group) {
        permissions.decide(by, Permission.HOST, group.id().subject()).orRefuse();
    }

    private void expectTakingPart(WorkingGroupId id, MemberId member) {
        if (rows.find(id, member).filter(taking -> taking.state().takesPart()).isEmpty()) {
            throw GroupObjection.NOT_IN_GROUP.raised();
        }
    }

    private void expectAnotherHost(WorkingGroupId id, MemberId member) {
        Set<MemberId> others =
                hosts(id).stream().filter(host -> !host.equals(member)).collect(Collectors.toSet());
        if (others.isEmpty()) {
            throw GroupObjection.LAST_HOST.raised();
        }
    }

    private void put(MemberId by, WorkingGroup group, MemberId member, State state, String action) {
        boolean tookPart =
                rows.find(group.id(), member).filter(one -> one.state().takesPart()).isPresent();
        rows.set(group.id(), member, state, today.date());
        audit.record(by, action, group.id().subject(), member.value());
        List<Addressed> addressed =
                tookPart && state == State.MEMBER ? List.of() : addressed(group, member, state);
        tell(by, group, member, tookPart != state.takesPart(), addressed);
    }

    /// @param before what it was until now
    private void tellChanged(MemberId by, WorkingGroup before) {
        WorkingGroup now =
                rows.find(before.id()).orElseThrow(GroupObjection.GROUP_NOT_FOUND::raised);
        activities.tell(
                new GroupEvent.Changed(
                        by,
                        now.id(),
                        joined(before.places(), now.places()),
                        joined(before.listed(), now.listed()),
                        invitedTo(now)));
        activities.tell(RightsChanged.rolesAt(now.id().subject()));
    }

    private List<MemberId> invitedTo(WorkingGroup group) {
        return rows.in(group.id()).stream()
                .filter(one -> !one.state().takesPart())
                .map(Participation::member)
                .toList();
    }

    private static Set<Subject> joined(Set<Subject> some, Set<Subject> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    /// Whoever was invited or let in, and the hosts where somebody asks.
    private List<Addressed> addressed(WorkingGroup group, MemberId member, State state) {
        return switch (state) {
            case INVITED -> List.of(Addressed.inPerson(member, "INVITED"));
            case MEMBER -> List.of(Addressed.inPerson(member, "LET_IN"));
            case HOST -> List.of(Addressed.inPerson(member, "MADE_HOST"));
            case ASKED ->
                    hosts(group.id()).stream()
                            .map(host -> Addressed.inPerson(host, "ASKED_TO_JOIN"))
                            .toList();
        };
    }

    /// @param otherCount whether others are counted who take part
    private void tell(
            MemberId by,
            WorkingGroup group,
            MemberId member,
            boolean otherCount,
            List<Addressed> addressed) {
        activities.tell(new GroupEvent.ParticipationChanged(by, group.id(), member, addressed));
        if (otherCount) {
            activities.tell(
                    new GroupEvent.CountChanged(
                            group.id(), group.places(), group.listed(), invitedTo(group)));
        }
        activities.tell(RightsChanged.of(member));
    }
}

package org.rotfaden.organisation.memberships;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.Term;
import org.rotfaden.association.Wording;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.members.Admitted;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewMember;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.RuleVersion;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.organisation.units.TreeId;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who is at home where. Everybody has exactly one home unit in each tree.
@Service
public class Memberships {

    /// Memberships with the same have the same age limits.
    private record Beginning(UnitId unit, LocalDate from) {

        static Beginning of(Membership membership) {
            return new Beginning(membership.unit(), membership.term().from());
        }
    }

    private final MembershipRows rows;
    private final Structures structures;
    private final Rules rules;
    private final Members members;
    private final LastHomes lastHomes;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Activities activities;
    private final Today today;

    Memberships(
            MembershipRows rows,
            Structures structures,
            Rules rules,
            Members members,
            LastHomes lastHomes,
            Permissions permissions,
            AuditTrail audit,
            Activities activities,
            Today today) {
        this.rows = rows;
        this.structures = structures;
        this.rules = rules;
        this.members = members;
        this.lastHomes = lastHomes;
        this.permissions = permissions;
        this.audit = audit;
        this.activities = activities;
        this.today = today;
    }

    /// All memberships of somebody, former ones too, the newest first.
    public List<Membership> of(MemberId member) {
        return rows.of(member);
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
        return rows.in(unit, Wording.plain(words), after, most);
    }

    /// Who will be at home in a unit and is not yet, the next ones first.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless whoever asks administers members there
    public List<Membership> comingTo(MemberId by, UnitId unit, int most) {
        permissions.decide(by, Permission.ADMINISTER_MEMBERS, unit.subject()).orRefuse();
        return rows.comingTo(unit, most);
    }

    /// Who is at home in a unit, for what is told to all of them.
    ///
    /// @param most how many at the most
    public List<MemberId> everybodyIn(UnitId unit, int most) {
        return rows.in(unit, "", 0, most).stream().map(Membership::member).distinct().toList();
    }

    /// How many are at home in a unit.
    public int count(UnitId unit) {
        return rows.count(Set.of(unit));
    }

    /// How many are at home in a unit or below it.
    public int countWithin(UnitId unit) {
        return rows.count(structures.current().within(unit));
    }

    /// Makes a unit somebody's home. Where an age limit holds, the last day is known from the
    /// start.
    ///
    /// @throws org.rotfaden.security.BrokenRule ALREADY_AT_HOME when the member has a home in the
    ///   tree at that time
    /// @throws org.rotfaden.security.BrokenRule TOO_OLD when the age limit is reached or the date
    ///   of birth is not known
    /// @throws org.rotfaden.security.BrokenRule LAST_ADMINISTRATOR when it has an end with which
    ///   nobody would be left who administers the association, or operates the server
    @Transactional
    public Membership begin(MemberId by, NewMembership membership) {
        Structure structure = structures.hold();
        members.standInLine(membership.member());
        TreeId tree = structure.getCurrent(membership.unit()).tree();
        permissions
                .decide(by, Permission.ADMINISTER_MEMBERS, membership.unit().subject())
                .orRefuse();
        members.get(membership.member());
        Map<MemberId, LastDay> before = lastHomes.knownNow(List.of(membership.member()));
        Membership begun = insert(membership, tree, lastDayByAge(membership));
        lastHomes.expectAuthority(by, before);
        audit.record(
                by, "MEMBERSHIP_BEGUN", membership.unit().subject(), membership.member().value());
        tell(by, membership.member(), List.of(membership.unit()), isCounted(begun));
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
    /// @throws org.rotfaden.security.BrokenRule LAST_ADMINISTRATOR when nobody would be left who
    ///   administers the association, or operates the server
    @Transactional
    public void end(MemberId by, MembershipId id, LocalDate lastDay) {
        Term.expectPossible(lastDay);
        structures.hold();
        members.standInLine(get(id).member());
        Membership membership = get(id);
        boolean leaves = membership.member().equals(by);
        if (!leaves) {
            permissions
                    .decide(by, Permission.ADMINISTER_MEMBERS, membership.unit().subject())
                    .orRefuse(
                            mayKnowOf(by, membership),
                            MembershipObjection.MEMBERSHIP_NOT_FOUND::raised);
        }
        if (membership.term().end().filter(last -> !last.isAfter(lastDay)).isPresent()) {
            return;
        }
        Map<MemberId, LastDay> before = lastHomes.knownNow(List.of(membership.member()));
        rows.end(membership, lastDay, leaves ? EndedBecause.LEFT : EndedBecause.ENDED_BY_UNIT);
        lastHomes.expectAuthority(by, before);
        audit.record(
                by, "MEMBERSHIP_ENDED", membership.unit().subject(), membership.member().value());
        tell(
                by,
                membership.member(),
                List.of(membership.unit()),
                isCounted(membership) && lastDay.isBefore(today.date()));
    }

    /// Whether somebody may know that another is a member there.
    boolean mayKnowOf(MemberId by, Membership membership) {
        return membership.member().equals(by)
                || permissions.allows(by, Permission.SEE_MEMBERS, membership.unit().subject());
    }

    /// The membership with this id.
    ///
    /// @throws org.rotfaden.security.BrokenRule MEMBERSHIP_NOT_FOUND when there is none, or it is
    ///   over
    public Membership get(MembershipId id) {
        return rows.find(id)
                .filter(known -> !known.term().isEmpty())
                .filter(known -> !known.term().isOverOn(today.date()))
                .orElseThrow(MembershipObjection.MEMBERSHIP_NOT_FOUND::raised);
    }

    /// Moves a membership to another unit from today on, or from its first day, if that is to come.
    ///
    /// @throws org.rotfaden.security.BrokenRule KIND_DOES_NOT_FIT for youth-only memberships where
    ///   no age limit holds
    /// @throws org.rotfaden.security.BrokenRule TOO_OLD where age limits leave no day, or the date
    ///   of birth is not known
    /// @throws org.rotfaden.security.BrokenRule LAST_ADMINISTRATOR where nobody would be left
    ///   before long who administers the association, or operates the server
    void moveHome(MemberId by, Membership membership, UnitId to, EndedBecause because) {
        NewMembership moved = movedTo(to, membership);
        Map<MemberId, LastDay> before = lastHomes.knownNow(List.of(membership.member()));
        move(by, membership, moved, because, lastDayByAge(moved));
        lastHomes.expectAuthority(by, before);
    }

    /// Memberships go where their unit goes, also where nobody like them would be taken in: whose
    /// date of birth is not known stays. Only whom an age limit leaves no day has no home any more.
    void goAlong(
            MemberId by,
            List<Membership> memberships,
            Function<MemberId, UnitId> to,
            EndedBecause because) {
        Map<MemberId, LastDay> before =
                lastHomes.knownNow(memberships.stream().map(Membership::member).toList());
        memberships.forEach(
                membership -> goAlong(by, membership, to.apply(membership.member()), because));
        lastHomes.expectAuthority(by, before);
    }

    private void goAlong(MemberId by, Membership membership, UnitId to, EndedBecause because) {
        NewMembership moved = movedTo(to, membership);
        LocalDate born = members.get(membership.member()).born();
        move(
                by,
                membership,
                moved,
                because,
                born == null ? null : limits(to, moved.term().from()).lastDay(born));
    }

    private NewMembership movedTo(UnitId to, Membership membership) {
        boolean endsByAge = membership.because() == EndedBecause.AGE_LIMIT;
        Term rest =
                new Term(
                        later(today.date(), membership.term().from()),
                        endsByAge ? null : membership.term().lastDay());
        return new NewMembership(membership.member(), to, membership.kind(), rest);
    }

    private void move(
            MemberId by,
            Membership membership,
            NewMembership moved,
            EndedBecause because,
            @Nullable LocalDate byAge) {
        rows.end(membership, today.date().minusDays(1), because);
        if (byAge == null || !byAge.isBefore(moved.term().from())) {
            insert(moved, membership.tree(), byAge);
        }
        tell(
                by,
                membership.member(),
                List.of(membership.unit(), moved.unit()),
                isCounted(membership));
    }

    /// Brings the last day of a membership in line with the age limits that hold now and will.
    /// Whose date of birth is not known, stays.
    void followAgeLimit(Membership membership) {
        LocalDate born = members.get(membership.member()).born();
        if (born != null) {
            followAgeLimit(
                    membership, limits(membership.unit(), membership.term().from()).lastDay(born));
        }
    }

    /// The same for all who are at home in some units.
    void followAgeLimits(MemberId by, Set<UnitId> units) {
        List<Map.Entry<Membership, LocalDate>> born = rows.withDateOfBirth(units);
        Map<MemberId, LastDay> before =
                lastHomes.knownNow(born.stream().map(known -> known.getKey().member()).toList());
        var limits = new HashMap<Beginning, AgeLimits>();
        born.forEach(known -> {
            AgeLimits there =
                    limits.computeIfAbsent(
                            Beginning.of(known.getKey()),
                            begun -> limits(begun.unit(), begun.from()));
            followAgeLimit(known.getKey(), there.lastDay(known.getValue()));
        });
        lastHomes.expectAuthority(by, before);
    }

    /// Changes the membership only as it was read: whoever leaves meanwhile has left.
    private void followAgeLimit(Membership membership, @Nullable LocalDate byAge) {
        boolean endsByAge = membership.because() == EndedBecause.AGE_LIMIT;
        LocalDate last = membership.term().lastDay();
        boolean endsOtherwise = last != null && !endsByAge;
        if (endsOtherwise || Objects.equals(last, byAge)) {
            return;
        }
        rows.endByAge(membership, byAge);
    }

    /// @param byAge the last day that age limits leave
    /// @throws org.rotfaden.security.BrokenRule TOO_OLD when they leave none
    private Membership insert(NewMembership membership, TreeId tree, @Nullable LocalDate byAge) {
        LocalDate wanted = membership.term().lastDay();
        if (byAge != null && byAge.isBefore(membership.term().from())) {
            throw MembershipObjection.TOO_OLD.raised();
        }
        boolean endsByAge = byAge != null && (wanted == null || !byAge.isAfter(wanted));
        return rows.insert(
                membership,
                tree,
                endsByAge ? byAge : wanted,
                endsByAge ? EndedBecause.AGE_LIMIT : null);
    }

    /// The last day that age limits leave: those that hold, and those that were set for later.
    ///
    /// @throws org.rotfaden.security.BrokenRule KIND_DOES_NOT_FIT for youth-only memberships where
    ///   no age limit holds
    /// @throws org.rotfaden.security.BrokenRule TOO_OLD where one holds and the date of birth is
    ///   not known
    private @Nullable LocalDate lastDayByAge(NewMembership membership) {
        LocalDate first = later(today.date(), membership.term().from());
        boolean hasLimit = rules.inForce(membership.unit(), Rule.AGE_LIMIT, first).isPresent();
        if (!hasLimit && membership.kind() == MembershipKind.YOUTH_ONLY) {
            throw MembershipObjection.KIND_DOES_NOT_FIT.raised();
        }
        LocalDate born = members.get(membership.member()).born();
        if (hasLimit && born == null) {
            throw MembershipObjection.TOO_OLD.raised();
        }
        return born == null
                ? null
                : limits(membership.unit(), membership.term().from()).lastDay(born);
    }

    /// The age limits in a unit from a day on, or from today.
    private AgeLimits limits(UnitId unit, LocalDate from) {
        LocalDate first = later(today.date(), from);
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

    boolean isCounted(Membership membership) {
        return membership.term().includes(today.date());
    }

    /// @param otherCount whether others are counted in these units today
    void tell(MemberId by, MemberId member, List<UnitId> units, boolean otherCount) {
        activities.tell(new MembershipEvent.Changed(by, member, units));
        if (otherCount) {
            activities.tell(new HeadcountEvent.Changed(withAllAbove(units)));
        }
        activities.tell(RightsChanged.of(member));
    }

    private List<UnitId> withAllAbove(List<UnitId> units) {
        Structure structure = structures.current();
        return Stream.concat(
                        units.stream(),
                        units.stream()
                                .flatMap(unit -> structure.above(unit).stream().map(Unit::id)))
                .distinct()
                .toList();
    }
}

package org.rotfaden.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rotfaden.beat.Standstill;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// The one place that decides who may do what. An answer always has its reason: the role that
/// allows it, or why there is none.
@Service
public class Permissions {

    private static final int MEMBERS_AT_HAND = 50_000;
    private static final int COUNTERS = 1024;

    /// Why whoever has left may not.
    public static final String HAS_LEFT = "HAS_LEFT";

    /// What a member's roles were on a day, unless something changed since.
    private record Known(
            LocalDate day,
            long changes,
            List<Grant> grants,
            Optional<Reason> mayOnlyRead,
            boolean hasLeft) {}

    private final ObjectProvider<GrantSource> sources;
    private final SubjectTypes types;
    private final ObjectProvider<Restraint> restraints;
    private final Departures departures;
    private final Today today;
    private final Standstill standstill;

    /// Counts changes, each member in one of many counters.
    private final AtomicLongArray changes = new AtomicLongArray(COUNTERS);

    private final Cache<MemberId, Known> known =
            Caffeine.newBuilder().maximumSize(MEMBERS_AT_HAND).build();

    Permissions(
            ObjectProvider<GrantSource> sources,
            SubjectTypes types,
            ObjectProvider<Restraint> restraints,
            Departures departures,
            Today today,
            Standstill standstill) {
        this.sources = sources;
        this.types = types;
        this.restraints = restraints;
        this.departures = departures;
        this.today = today;
        this.standstill = standstill;
    }

    /// Whether a member may do something with a subject.
    public Decision decide(MemberId member, Permission permission, Subject subject) {
        return decide(rolesOf(member), permission, scopeOf(subject));
    }

    /// Whether somebody may talk about a subject, with all who may read it. Whose rights rest may
    /// not, whatever it needs.
    public Decision decideToDiscuss(MemberId member, Subject subject) {
        Permission needed =
                types.of(subject)
                        .map(type -> type.discussing(subject))
                        .orElse(Permission.TAKE_PART);
        Known roles = rolesOf(member);
        return roles.mayOnlyRead()
                .map(resting -> new Decision(false, resting))
                .orElseGet(() -> decide(roles, needed, scopeOf(subject)));
    }

    public boolean allows(MemberId member, Permission permission, Subject subject) {
        return decide(member, permission, subject).allowed();
    }

    /// The answers to all questions about one subject.
    ///
    /// @return nothing when there is no such subject
    public Map<Permission, Decision> explain(MemberId member, Subject subject) {
        Known roles = rolesOf(member);
        Optional<Scope> scope = scopeOf(subject);
        var answers = new EnumMap<Permission, Decision>(Permission.class);
        for (Permission permission : Permission.values()) {
            answers.put(permission, decide(roles, permission, scope));
        }
        return answers;
    }

    /// The role that allows a member to do something with a subject: the one whose reason [#decide]
    /// gives.
    public Optional<Grant> grantFor(MemberId member, Permission permission, Subject subject) {
        Known roles = rolesOf(member);
        Optional<Scope> scope = scopeOf(subject);
        return decide(roles, permission, scope).allowed()
                ? scope.flatMap(there -> covering(roles, permission, there))
                : Optional.empty();
    }

    /// Whether somebody has left the association: no role but with what is her own allows anything
    /// until she is a member again.
    public boolean hasLeft(MemberId member) {
        return rolesOf(member).hasLeft();
    }

    /// Goes on only for those who belong to the association.
    ///
    /// @throws NotPermitted for whoever has left
    public void expectNotLeft(MemberId member) {
        if (hasLeft(member)) {
            throw new NotPermitted(new Reason(HAS_LEFT));
        }
    }

    /// All roles that a member has today and that do not rest.
    public List<Grant> grantsOf(MemberId member) {
        return rolesOf(member).grants();
    }

    /// Whether somebody could end what others hold an office in or administer: an answer for each.
    /// Asked by what is on record, for roles of all may rest already by what is being done.
    public Stream<Decision> decideOver(MemberId by, Collection<MemberId> others) {
        LocalDate day = today.date();
        Known roles = load(by, day, 0, false);
        return others.stream()
                .flatMap(other -> load(other, day, 0, false).grants().stream())
                .filter(grant -> grant.role().isResponsibility())
                .map(grant -> decide(roles, Permission.ADMINISTER, scopeOf(grant.where())));
    }

    /// The keys that a reader holds: what belongs to one of these subjects the member may read.
    /// Every member holds the key of [Subject#EVERYBODY].
    public Set<Subject> keysOf(MemberId member) {
        return rolesOf(member).grants().stream()
                .filter(grant -> grant.role().allowsHere(Permission.READ))
                .map(Grant::where)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// In whose name a member may act: the association's first, her own last.
    public List<Subject> actsFor(MemberId member) {
        return Stream.concat(Stream.of(Subject.ASSOCIATION), ownLast(rolesOf(member).grants()))
                .distinct()
                .filter(subject -> allows(member, Permission.ACT_FOR, subject))
                .toList();
    }

    private static Stream<Subject> ownLast(List<Grant> grants) {
        return grants.stream()
                .filter(grant -> grant.role().allowsHere(Permission.ACT_FOR))
                .sorted(Comparator.comparing(grant -> grant.role().isOnesOwn()))
                .map(Grant::where);
    }

    /// Where a member has roles.
    public Set<Subject> placesOf(MemberId member) {
        return rolesOf(member).grants().stream()
                .map(Grant::where)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// All keys that a member holds: of what belongs to one of them she may know.
    public Set<Key> keyringOf(MemberId member) {
        Set<Key> keyring = new HashSet<>(Set.of(Key.own(member)));
        for (Grant grant : rolesOf(member).grants()) {
            for (Permission permission : Permission.values()) {
                if (grant.role().allowsHere(permission)) {
                    keyring.add(Key.here(permission, grant.where()));
                }
                if (grant.role().allowsBelow(permission)) {
                    keyring.add(Key.below(permission, grant.where()));
                }
            }
        }
        return keyring;
    }

    /// Who may do something with a subject, and by which role. Roles that all members of a kind
    /// have are not listed.
    public List<Holder> holdersAt(Subject subject) {
        return scopeOf(subject)
                .map(scope -> {
                    Set<Subject> places = new HashSet<>(scope.owners());
                    places.addAll(scope.above());
                    return whoHaveNotLeft(
                            sources.orderedStream()
                                    .flatMap(source -> source.holdersAt(places).stream())
                                    .filter(holder -> reaches(holder.grant(), scope))
                                    .toList());
                })
                .orElseGet(List::of);
    }

    private List<Holder> whoHaveNotLeft(List<Holder> holders) {
        Set<MemberId> gone =
                departures.gone(holders.stream().map(Holder::member).collect(Collectors.toSet()));
        return holders.stream()
                .filter(holder ->
                        holder.grant().role().isOnesOwn() || !gone.contains(holder.member()))
                .toList();
    }

    /// Whether somebody sees who else may do what with a subject: whoever administers it, operates
    /// the server it stands for, or may invite others to it.
    public Decision decideOversight(MemberId member, Subject subject) {
        return Stream.of(Permission.ADMINISTER, Permission.OPERATE)
                .map(permission -> decide(member, permission, subject))
                .filter(Decision::allowed)
                .findFirst()
                .orElseGet(() -> decide(member, authorityOver(subject), subject));
    }

    /// What one needs to be allowed with a subject to invite others to it.
    public Permission authorityOver(Subject subject) {
        return types.of(subject).map(SubjectType::authority).orElse(Permission.ADMINISTER);
    }

    /// Whether somebody can be made an administrator of a subject.
    public boolean hasAdministrators(Subject subject) {
        return types.of(subject).filter(SubjectType::hasAdministrators).isPresent();
    }

    /// Goes on only with a subject at which roles can still be given.
    ///
    /// @throws BrokenRule with one of which only the history is left
    public void expectCurrent(Subject subject) {
        types.of(subject).ifPresent(type -> type.expectCurrent(subject));
    }

    /// Keeps what lies above a subject as it is until the current transaction ends. Whoever gives a
    /// role somewhere asks for this before asking for permission, so that nobody gives one who has
    /// just lost the authority.
    public void hold(Subject subject) {
        types.of(subject).ifPresent(type -> type.hold(subject));
    }

    /// Where a subject belongs; nothing when there is no such subject.
    public Optional<Scope> scopeOf(Subject subject) {
        return types.of(subject).flatMap(type -> type.scopeOf(subject));
    }

    private static boolean reaches(Grant grant, Scope scope) {
        return Stream.of(Permission.values())
                .anyMatch(permission -> grant.covers(permission, scope));
    }

    /// Forgets what is kept at hand of roles that have changed. Where something belongs is always
    /// asked anew.
    public void forget(RightsChanged changed) {
        if (changed.everybody() || !changed.rolesAt().isEmpty()) {
            for (int counter = 0; counter < COUNTERS; counter++) {
                changes.incrementAndGet(counter);
            }
        } else {
            changed.members().forEach(member -> changes.incrementAndGet(counterOf(member)));
        }
    }

    /// A server that stood still was not told of any.
    private long changesOf(MemberId member) {
        return changes.get(counterOf(member)) + standstill.count();
    }

    private static int counterOf(MemberId member) {
        return Math.floorMod(member.hashCode(), COUNTERS);
    }

    private static Decision decide(Known roles, Permission permission, Optional<Scope> scope) {
        if (permission.isTakingPart() && roles.mayOnlyRead().isPresent()) {
            return new Decision(false, roles.mayOnlyRead().get());
        }
        return scope.flatMap(there -> covering(roles, permission, there))
                .map(grant -> new Decision(true, grant.reason()))
                .orElseGet(() ->
                        new Decision(
                                false,
                                new Reason(roles.hasLeft() ? HAS_LEFT : permission.refusal())));
    }

    private static Optional<Grant> covering(Known roles, Permission permission, Scope scope) {
        return roles.grants().stream().filter(grant -> grant.covers(permission, scope)).findFirst();
    }

    /// What was read while something changed is not used a second time. A transaction that may
    /// change something reads for itself, and leaves nothing here that may be rolled back.
    private Known rolesOf(MemberId member) {
        LocalDate day = today.date();
        if (UncommittedChanges.arePossible()) {
            return load(member, day, 0);
        }
        long before = changesOf(member);
        Known last = known.getIfPresent(member);
        if (last != null && last.day().equals(day) && last.changes() == before) {
            return last;
        }
        Known now = load(member, day, before);
        known.put(member, now);
        return now;
    }

    private Known load(MemberId member, LocalDate day, long before) {
        return load(member, day, before, departures.gone(Set.of(member)).contains(member));
    }

    private Known load(MemberId member, LocalDate day, long before, boolean hasLeft) {
        List<Grant> grants =
                sources.orderedStream()
                        .flatMap(source -> source.grantsOf(member).stream())
                        .filter(grant -> !hasLeft || grant.role().isOnesOwn())
                        .toList();
        Optional<Reason> mayOnlyRead =
                restraints.stream()
                        .flatMap(restraint -> restraint.onTakingPart(member).stream())
                        .findFirst();
        return new Known(day, before, grants, mayOnlyRead, hasLeft);
    }
}

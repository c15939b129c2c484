package org.rotfaden.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rotfaden.security.Permission.ADMINISTER_MEMBERS;
import static org.rotfaden.security.Permission.READ;
import static org.rotfaden.security.Permission.SEE_MEMBERS;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rotfaden.Cast;
import org.rotfaden.Part;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.members.ExplicitGrant;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.MemberEvent;
import org.rotfaden.members.MemberPasswords;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewGrant;
import org.rotfaden.members.Right;
import org.rotfaden.members.RoleEvent;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.Followings;
import org.rotfaden.organisation.memberships.HeadcountEvent;
import org.rotfaden.organisation.memberships.MembershipCorrections;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.memberships.NewMembership;
import org.rotfaden.organisation.rules.NewRule;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.rules.RuleEvent;
import org.rotfaden.organisation.rules.Rules;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.realtime.Ear;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Who hears of something is who may know of it: asked of everybody in the cast, after it was done.
@WorkspaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private LiveTopics topics;
    @Autowired private Permissions permissions;
    @Autowired private Motions motions;
    @Autowired private WorkingGroups groups;
    @Autowired private Units units;
    @Autowired private Rules rules;
    @Autowired private Memberships memberships;
    @Autowired private Followings followings;
    @Autowired private Members members;
    @Autowired private MemberPasswords passwords;
    @Autowired private MembershipCorrections corrections;
    @Autowired private ExplicitGrants grants;
    @Autowired private Today today;

    private final Map<Part, Ear> ears = new EnumMap<>(Part.class);
    private Cast cast;
    private List<Runnable> stops = List.of();

    @BeforeAll
    void assemble() {
        cast = Cast.assemble(workspace);
    }

    /// With the keys that everybody holds now.
    @BeforeEach
    void everybody_listens() {
        nobody_listens();
        stops =
                Stream.of(Part.values())
                        .map(part -> topics.follow(topicsOf(cast.id(part)), ear(part)))
                        .toList();
    }

    @AfterEach
    void nobody_listens() {
        stops.forEach(Runnable::run);
    }

    private Ear ear(Part part) {
        return ears.computeIfAbsent(part, _ -> new Ear());
    }

    private Set<Topic> topicsOf(MemberId member) {
        return permissions.keyringOf(member).stream().map(Topic::of).collect(Collectors.toSet());
    }

    @Test
    void of_a_motion_hears_who_may_read_it() {
        for (Subject owner :
                List.of(cast.here.subject(), cast.board.subject(), Subject.ASSOCIATION)) {
            MotionSummary motion = draft(Part.CHAIR, owner);
            assertThatHear(
                    MotionEvent.Drafted.class,
                    event -> event.motion().equals(motion.id()),
                    who -> who.equals(cast.id(Part.CHAIR)));
            assertThatHear(
                    MotionEvent.Listed.class,
                    event -> event.motion().equals(motion.id()),
                    who -> may(who, READ, motion.id().subject()));
        }
    }

    /// Who reads it no longer is told of changed rights, not of what it became.
    @Test
    void of_a_motion_that_became_another_s_hears_who_may_read_it_now() {
        MotionSummary motion = draft(Part.CHAIR, cast.here.subject());
        motions.handOver(cast.id(Part.CHAIR), motion.id(), cast.board.subject());
        assertThatHear(
                MotionEvent.HandedOver.class,
                event -> event.motion().equals(motion.id()),
                who -> may(who, READ, motion.id().subject()));
        assertThat(ear(Part.HOME_MEMBER).rights())
                .anyMatch(changed ->
                        changed.concerns(cast.id(Part.HOME_MEMBER), Set.of(motion.id().subject())));
    }

    @Test
    void of_units_and_their_rules_hear_all_who_have_not_left() {
        MemberId admin = cast.id(Part.ASSOCIATION_ADMINISTRATOR);
        units.rename(
                admin, cast.below, new Name("Alter Hafen"), null, units.get(cast.below).version());
        rules.set(
                admin,
                new NewRule(
                        cast.below, Rule.MEMBERS_SEE_EACH_OTHER, today.date(), "yes", "§ 1", true));
        assertThatHear(
                UnitEvent.Renamed.class,
                event -> event.unit().equals(cast.below),
                who -> !permissions.hasLeft(who));
        assertThatHear(
                RuleEvent.Set.class,
                event -> event.unit().equals(cast.below),
                who -> !permissions.hasLeft(who));
    }

    @Test
    void of_a_group_hears_who_may_know_of_it() {
        for (Admission admission : Admission.values()) {
            WorkingGroup group =
                    groups.found(
                            cast.id(Part.GROUP_HOST),
                            new GroupDescription(
                                    new Name("Gruppe " + admission),
                                    "",
                                    GroupKind.WORKING_GROUP,
                                    admission,
                                    List.of(cast.here)));
            groups.admit(cast.id(Part.GROUP_HOST), group.id(), cast.id(Part.MEMBER));
            groups.admit(cast.id(Part.GROUP_HOST), group.id(), cast.id(Part.TREASURER));
            everybody_listens();
            groups.join(cast.id(Part.TREASURER), group.id());
            assertThatHear(
                    GroupEvent.CountChanged.class,
                    event -> event.group().equals(group.id()),
                    who ->
                            groups.find(who, group.id()).isPresent()
                                    && (admission != Admission.INVITED
                                            || !who.equals(cast.id(Part.TREASURER))));
            everybody_listens();
            groups.archive(cast.id(Part.GROUP_HOST), group.id());
            assertThatHear(
                    GroupEvent.Founded.class,
                    event -> event.group().equals(group.id()),
                    who ->
                            groups.find(who, group.id()).isPresent()
                                    && (admission != Admission.INVITED
                                            || !Set.of(
                                                            cast.id(Part.MEMBER),
                                                            cast.id(Part.TREASURER))
                                                    .contains(who)));
            assertThatHear(
                    GroupEvent.Changed.class,
                    event -> event.group().equals(group.id()),
                    who -> groups.find(who, group.id()).isPresent());
        }
    }

    @Test
    void of_who_takes_part_hears_who_sees_the_names_there() {
        groups.join(cast.id(Part.TREASURER), cast.group);
        MemberId joined = cast.id(Part.TREASURER);
        assertThatHear(
                GroupEvent.ParticipationChanged.class,
                event -> event.member().equals(joined) && event.group().equals(cast.group),
                who -> who.equals(joined) || may(who, SEE_MEMBERS, cast.group.subject()));
        assertThatHear(
                GroupEvent.CountChanged.class,
                event -> event.group().equals(cast.group),
                who -> groups.find(who, cast.group).isPresent());
    }

    /// Nobody hears that somebody asks but those who see the names.
    @Test
    void who_asks_is_counted_by_nobody() {
        WorkingGroup group =
                groups.found(
                        cast.id(Part.GROUP_HOST),
                        new GroupDescription(
                                new Name("Auf Anfrage"),
                                "",
                                GroupKind.WORKING_GROUP,
                                Admission.ON_REQUEST,
                                List.of(cast.here)));
        groups.join(cast.id(Part.MEMBER), group.id());
        assertThat(countsHeard(group)).isZero();
        groups.admit(cast.id(Part.GROUP_HOST), group.id(), cast.id(Part.MEMBER));
        assertThat(countsHeard(group)).isOne();
    }

    private long countsHeard(WorkingGroup group) {
        return ear(Part.GUEST).heard().stream()
                .map(Told::what)
                .filter(what ->
                        what instanceof GroupEvent.CountChanged changed
                                && changed.group().equals(group.id()))
                .count();
    }

    @Test
    void of_who_belongs_where_hears_who_sees_the_names_there() {
        MemberId newcomer = cast.id(Part.MEMBER);
        memberships.begin(
                cast.id(Part.CHAIR),
                new NewMembership(
                        newcomer, cast.here, MembershipKind.GUEST, new Term(today.date(), null)));
        assertThatHear(
                MembershipEvent.Changed.class,
                event -> event.member().equals(newcomer),
                who -> who.equals(newcomer) || may(who, SEE_MEMBERS, cast.here.subject()));
        assertThatHear(
                HeadcountEvent.Changed.class,
                event -> event.units().contains(cast.here),
                who -> !permissions.hasLeft(who));
    }

    @Test
    void of_whom_somebody_follows_and_of_her_right_hear_few() {
        MemberId one = cast.id(Part.GUEST);
        followings.follow(one, cast.beside);
        assertThatHear(
                MembershipEvent.FollowingChanged.class,
                event -> event.member().equals(one),
                one::equals);
        members.changeRight(cast.id(Part.ASSOCIATION_ADMINISTRATOR), one, Right.READ);
        assertThatHear(
                MemberEvent.RightChanged.class,
                event -> event.member().equals(one),
                who -> who.equals(one) || may(who, ADMINISTER_MEMBERS, Subject.ASSOCIATION));
    }

    @Test
    void of_a_role_hears_who_has_it_and_who_sees_who_may_do_what_there() {
        MemberId one = cast.id(Part.GUEST);
        ExplicitGrant given =
                grants.give(
                                cast.id(Part.CHAIR),
                                new NewGrant(
                                        one,
                                        Role.READER,
                                        cast.here.subject(),
                                        Term.since(today.date())))
                        .grant();
        grants.end(cast.id(Part.CHAIR), given.id());
        for (Class<? extends RoleEvent> kind :
                List.of(RoleEvent.Given.class, RoleEvent.Ended.class)) {
            assertThatHear(
                    kind,
                    event -> event.member().equals(one),
                    who ->
                            who.equals(one)
                                    || permissions
                                            .decideOversight(who, cast.here.subject())
                                            .allowed());
        }
    }

    @Test
    void of_ones_password_hears_nobody_else_and_of_ones_birth_who_keeps_the_list() {
        MemberId admin = cast.id(Part.ASSOCIATION_ADMINISTRATOR);
        MemberId one = cast.id(Part.GUEST);
        passwords.renew(admin, one);
        assertThatHear(
                MemberEvent.PasswordChanged.class,
                event -> event.member().equals(one),
                one::equals);
        long counted = headcountsHeard();
        corrections.correctBorn(admin, one, today.date().minusYears(30));
        assertThat(headcountsHeard()).as("who belongs where has not changed").isEqualTo(counted);
        assertThatHear(
                MemberEvent.BornCorrected.class,
                event -> event.member().equals(one),
                who -> who.equals(one) || may(who, ADMINISTER_MEMBERS, Subject.ASSOCIATION));
    }

    private long headcountsHeard() {
        return ear(Part.GUEST).heard().stream()
                .filter(told -> told.what() instanceof HeadcountEvent)
                .count();
    }

    private <E extends Activity> void assertThatHear(
            Class<E> kind, Predicate<E> which, Predicate<MemberId> mayKnow) {
        Set<Part> hear =
                parts(part ->
                        ear(part).heard().stream()
                                .map(Told::what)
                                .filter(kind::isInstance)
                                .map(kind::cast)
                                .anyMatch(which));
        assertThat(hear)
                .as("who hears %s", kind.getName())
                .isNotEmpty()
                .isEqualTo(parts(part -> mayKnow.test(cast.id(part))));
    }

    private static Set<Part> parts(Predicate<Part> which) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Stream.of(Part.values()).filter(which).forEach(parts::add);
        return parts;
    }

    private boolean may(MemberId who, Permission permission, Subject subject) {
        return permissions.allows(who, permission, subject);
    }

    private MotionSummary draft(Part author, Subject owner) {
        return motions.draft(
                new DraftMotion(cast.id(author), owner, FirstContent.titled("Von " + author)));
    }
}

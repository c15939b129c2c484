package org.rotfaden.realtime.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.Associations;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Passage;
import org.rotfaden.crdt.Root;
import org.rotfaden.discussions.Comments;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.discussions.NewPost;
import org.rotfaden.discussions.NewThread;
import org.rotfaden.discussions.Post;
import org.rotfaden.discussions.PostMark;
import org.rotfaden.discussions.Posts;
import org.rotfaden.discussions.ReactionKind;
import org.rotfaden.discussions.Reactions;
import org.rotfaden.discussions.ReadMarks;
import org.rotfaden.discussions.Threads;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.Logins;
import org.rotfaden.members.MemberPasswords;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewAccessToken;
import org.rotfaden.members.NewGrant;
import org.rotfaden.members.Right;
import org.rotfaden.members.Whence;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.notifications.NoticeChoices;
import org.rotfaden.organisation.Landscape;
import org.rotfaden.organisation.bodies.Bodies;
import org.rotfaden.organisation.bodies.Body;
import org.rotfaden.organisation.bodies.BodyKind;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.Followings;
import org.rotfaden.organisation.memberships.HomeMoves;
import org.rotfaden.organisation.memberships.MembershipCorrections;
import org.rotfaden.organisation.rules.Rule;
import org.rotfaden.organisation.units.MergeUnits;
import org.rotfaden.organisation.units.NewTree;
import org.rotfaden.organisation.units.SplitUnit;
import org.rotfaden.organisation.units.Trees;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitLevel;
import org.rotfaden.organisation.units.UnitReforms;
import org.rotfaden.organisation.units.UnitTies;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Role;
import org.rotfaden.security.SignedIn;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens is told at everything that it changes.
@WorkspaceTest
class WhatIsToldTests {

    private static final Whence FROM_HERE = new Whence("127.0.0.1", Optional.empty());

    @LocalServerPort private int port;
    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private Units units;
    @Autowired private UnitReforms reforms;
    @Autowired private WorkingGroups groups;
    @Autowired private Motions motions;

    private Landscape land;
    private MemberId admin;
    private Follower screen;
    private LocalDate today;

    @BeforeEach
    void a_screen_of_who_administers() {
        land = new Landscape(workspace);
        admin = land.admin;
        screen = Follower.with(port, association.tokenOf(admin));
        today = land.today();
    }

    private Follower.Topic shows(Unit unit) {
        return screen.follow(unit.id().subject()).hears("following");
    }

    @Test
    void units_that_are_merged_hear_it_and_so_do_those_around_them() {
        Unit above = land.top("Kreis");
        Unit one = land.below(above, "Nord");
        Unit other = land.below(above, "Süd");
        Unit below = land.below(other, "Hafen");
        List<Follower.Topic> all = Stream.of(above, one, other, below).map(this::shows).toList();
        reforms.merge(admin, new MergeUnits(List.of(one.id(), other.id()), new Name("Mitte")));
        all.forEach(topic -> topic.hears("following", "unit.merged"));
    }

    @Test
    void a_unit_that_is_split_and_those_around_it_hear_it() {
        Unit above = land.top("Kreis");
        Unit one = land.below(above, "Nord");
        Unit below = land.below(one, "Hafen");
        List<Follower.Topic> all = Stream.of(above, one, below).map(this::shows).toList();
        reforms.split(
                admin,
                new SplitUnit(
                        one.id(),
                        Stream.of("West", "Ost")
                                .map(name ->
                                        new SplitUnit.Part(new Name(name), List.of(), List.of()))
                                .toList()),
                one.version());
        all.forEach(topic -> topic.hears("following", "unit.split"));
    }

    @Test
    void both_places_hear_of_a_move_and_both_units_of_a_tie() {
        Unit from = land.top("Kreis");
        Unit to = land.top("Anderer Kreis");
        Unit moved = land.below(from, "Nord");
        List<Follower.Topic> all = Stream.of(from, to, moved).map(this::shows).toList();
        units.move(admin, moved.id(), to.id(), moved.version());
        all.forEach(topic -> topic.hears("following", "unit.moved"));
        Unit far = new Landscape(workspace).top("Ferner Kreis");
        List<Follower.Topic> tied = Stream.of(far, moved).map(this::shows).toList();
        workspace.getBean(UnitTies.class).link(admin, far.id(), moved.id());
        tied.forEach(topic -> topic.hears("following", "unit.joined"));
    }

    @Test
    void all_units_in_which_somebody_is_counted_hear_it_the_one_she_leaves_too() {
        Unit above = land.top("Kreis");
        Unit one = land.below(above, "Nord");
        Unit other = land.below(above, "Süd");
        MemberId member = land.person();
        Follower.Topic top = shows(above);
        Follower.Topic first = shows(one);
        Follower.Topic second = shows(other);
        land.at(one, member);
        top.hears("following", "headcount.changed");
        first.hears("following", "headcount.changed");
        workspace.getBean(HomeMoves.class).ask(admin, member, other.id());
        first.hears("following", "headcount.changed", "headcount.changed");
        second.hears("following", "headcount.changed");
        assertThat(second.heard.getLast().get("subject").get("id").asString())
                .isEqualTo(other.id().value().toString());
    }

    @Test
    void what_belongs_to_a_dissolved_unit_hears_what_becomes_of_it() {
        Unit above = land.top("Kreis");
        Unit unit = land.below(above, "Nord");
        Body body = land.body(unit, BodyKind.COMMITTEE);
        MemberId host = land.person();
        WorkingGroup group = groups.found(host, described(Admission.OPEN, unit));
        var ofBody = screen.follow(body.id().subject()).hears("following");
        var ofGroup = screen.follow(group.id().subject()).hears("following");
        var ofUnit = shows(unit);
        reforms.dissolve(admin, unit.id(), unit.version());
        ofBody.hears("following", "body.changed", "body.offices-changed");
        ofGroup.hears("following", "group.changed");
        await().until(() -> ofUnit.events().contains("unit.dissolved"));
        assertThat(groups.get(host, group.id()).units()).containsExactly(above.id());
    }

    /// Not even by a gap in its versions.
    @Test
    void a_place_shows_nothing_of_groups_for_the_invited_and_of_drafts() {
        Unit unit = land.top("Kreis");
        Body board = land.board(unit);
        MemberId chair = land.person();
        land.elect(board, Landscape.CHAIR, chair, today.minusDays(1), today.plusDays(9));
        var outsider = Follower.with(port, association.tokenOf(land.person()));
        var ofUnit = outsider.follow(unit.id().subject()).hears("following");
        var ofBoard = outsider.follow(board.id().subject()).hears("following");
        long version = ofUnit.heard.getFirst().get("version").asLong();
        long versionOfBoard = ofBoard.heard.getFirst().get("version").asLong();
        WorkingGroup group = groups.found(chair, described(Admission.INVITED, unit));
        groups.admit(chair, group.id(), land.person());
        motion(chair, board.id().subject());
        motion(chair, unit.id().subject());
        groups.found(chair, described(Admission.OPEN, unit));
        ofUnit.hears("following", "group.founded");
        assertThat(ofUnit.heard.getLast().get("version").asLong()).isEqualTo(version + 1);
        var again = outsider.follow(board.id().subject()).hears("following");
        assertThat(again.heard.getFirst().get("version").asLong()).isEqualTo(versionOfBoard);
    }

    @Test
    void a_place_hears_nothing_of_a_group_while_it_is_for_the_invited() {
        Unit open = land.top("Offen");
        Unit closed = land.top("Verschwiegen");
        MemberId host = land.person();
        var outsider = Follower.with(port, association.tokenOf(land.person()));
        var ofOpen = outsider.follow(open.id().subject()).hears("following");
        var ofClosed = outsider.follow(closed.id().subject()).hears("following");
        WorkingGroup group = groups.found(host, described(Admission.OPEN, open));
        change(group, described(Admission.INVITED, closed));
        ofOpen.hears("following", "group.founded", "group.changed");
        change(group, described(Admission.OPEN, open));
        ofOpen.hears("following", "group.founded", "group.changed", "group.changed");
        assertThat(ofClosed.events()).containsExactly("following");
        var again = outsider.follow(closed.id().subject()).hears("following");
        assertThat(again.heard.getFirst().get("version"))
                .isEqualTo(ofClosed.heard.getFirst().get("version"));
    }

    private void change(WorkingGroup group, GroupDescription described) {
        MemberId host = groups.hosts(group.id()).getFirst();
        groups.change(host, group.id(), described, groups.get(host, group.id()).version());
    }

    /// Each line of the table is heard here, and [Follower] refuses what is not in it.
    @Test
    void everything_that_the_table_lists_is_heard() {
        Unit top = land.top("Kreis");
        Unit unit = land.below(top, "Nord");
        Unit other = land.below(top, "Süd");
        Unit lonely = land.top("Einzeln");
        Body body = land.body(unit, BodyKind.COMMITTEE);
        MemberId zoe = association.newcomer(Right.WRITE).id();
        WorkingGroup group = groups.found(zoe, described(Admission.OPEN, unit));
        WorkingGroup free = groups.found(zoe, described(Admission.OPEN));
        MotionSummary motion = motion(zoe, zoe.subject());
        AccessTokens tokens = workspace.getBean(AccessTokens.class);
        NewAccessToken token = tokens.create(association.logIn(zoe));
        Follower phone = Follower.with(port, token.token());
        List<Follower.Topic> topics = new ArrayList<>();
        for (Subject subject :
                List.of(
                        Subject.ASSOCIATION,
                        top.id().subject(),
                        unit.id().subject(),
                        lonely.id().subject(),
                        body.id().subject())) {
            topics.add(screen.follow(subject));
        }
        DiscussionThread thread = thread(zoe, motion.id().subject());
        for (Subject subject :
                List.of(
                        zoe.subject(),
                        group.id().subject(),
                        motion.id().subject(),
                        thread.id().subject())) {
            topics.add(phone.follow(subject));
        }
        topics.forEach(topic -> topic.hears("following"));

        happenToThePlaces(top, unit, lonely, body, zoe);
        happenToGroups(zoe, group, free, unit);
        happenToMotions(zoe, motion);
        happenToThreads(zoe, motion, thread, unit);
        happenToRoles(zoe, List.of(unit.id().subject(), body.id().subject()));
        give(zoe, admin, Role.READER, group.id().subject());
        give(zoe, admin, Role.READER, motion.id().subject());
        happenToTheMember(zoe, unit, other, SignedIn.byAccessToken(zoe, token.id()));

        await().untilAsserted(() -> assertThat(heardBy(topics)).isEqualTo(Described.table()));
    }

    private Set<String> heardBy(List<Follower.Topic> topics) {
        Set<String> heard = new TreeSet<>();
        topics.forEach(topic ->
                topic.heard.stream()
                        .filter(message -> message.get("event").asString().contains("."))
                        .map(Described::line)
                        .forEach(heard::add));
        return heard;
    }

    private void happenToThePlaces(Unit top, Unit unit, Unit lonely, Body body, MemberId chosen) {
        workspace.getBean(Associations.class).changeLogo(admin, null);
        workspace
                .getBean(Trees.class)
                .make(
                        admin,
                        new NewTree(
                                new Name(Landscape.unheardOf("Jugend")),
                                List.of(new UnitLevel(1, "Land", "Länder"))));
        for (Unit each : List.of(lonely, unit)) {
            units.rename(admin, each.id(), new Name(Landscape.unheardOf("Neu")), null, now(each));
        }
        units.move(admin, lonely.id(), null, now(lonely));
        units.move(admin, unit.id(), top.id(), now(unit));
        land.rule(unit, Rule.GUESTS_TAKE_PART, "yes", today);
        workspace
                .getBean(UnitTies.class)
                .link(admin, unit.id(), new Landscape(workspace).top("Fern").id());
        Bodies bodies = workspace.getBean(Bodies.class);
        land.body(unit, BodyKind.COMMITTEE);
        bodies.change(admin, body.id(), Landscape.description(BodyKind.COMMITTEE), body.version());
        land.elect(bodies.get(body.id()), Landscape.ASSESSOR, chosen, today, today.plusYears(1));
        workspace.getBean(Offices.class).endBody(admin, body.id(), bodies.get(body.id()).version());
        reform(null);
        reform(top);
    }

    /// At the top of the tree, or below a unit.
    private void reform(@Nullable Unit above) {
        List<Unit> four =
                Stream.of("A", "B", "C", "D")
                        .map(name -> land.unit(above, above == null ? 1 : 2, name))
                        .toList();
        reforms.merge(
                admin,
                new MergeUnits(
                        List.of(four.get(0).id(), four.get(1).id()),
                        new Name(Landscape.unheardOf("Mitte"))));
        reforms.split(
                admin,
                new SplitUnit(
                        four.get(2).id(),
                        Stream.of("West", "Ost")
                                .map(name ->
                                        new SplitUnit.Part(
                                                new Name(Landscape.unheardOf(name)),
                                                List.of(),
                                                List.of()))
                                .toList()),
                four.get(2).version());
        reforms.dissolve(admin, four.get(3).id(), four.get(3).version());
    }

    private void happenToGroups(MemberId host, WorkingGroup group, WorkingGroup free, Unit unit) {
        groups.found(host, described(Admission.OPEN));
        groups.found(host, described(Admission.OPEN, unit));
        MemberId another = land.person();
        groups.admit(another, groups.found(another, described(Admission.INVITED)).id(), host);
        for (WorkingGroup each : List.of(group, free)) {
            groups.admit(host, each.id(), land.person());
            groups.join(land.person(), each.id());
            groups.change(
                    host,
                    each.id(),
                    new GroupDescription(
                            new Name("Verkehr"),
                            "",
                            GroupKind.WORKING_GROUP,
                            Admission.OPEN,
                            each.units()),
                    groups.get(host, each.id()).version());
        }
    }

    private DiscussionThread thread(MemberId by, Subject about) {
        return workspace
                .getBean(Threads.class)
                .begin(by, new NewThread(about, "Wann?", post("Samstag?")));
    }

    private static NewPost post(String words) {
        return new NewPost(words, null, UUID.randomUUID());
    }

    private void happenToThreads(
            MemberId zoe, MotionSummary motion, DiscussionThread thread, Unit unit) {
        MemberId member = land.person();
        land.at(unit, member);
        thread(member, unit.id().subject());
        Passage words =
                workspace
                        .getBean(LiveDocuments.class)
                        .passage(motion.document(), Root.TITLE, 0, 2, zoe);
        workspace.getBean(Comments.class).begin(zoe, motion.id().subject(), words, post("Warum?"));
        Threads threads = workspace.getBean(Threads.class);
        threads.close(zoe, thread.id());
        threads.reopen(zoe, thread.id());
        Posts posts = workspace.getBean(Posts.class);
        Post said = posts.post(zoe, thread.id(), post("Sonntag!"));
        posts.edit(zoe, said.id(), "Montag!", said.version());
        posts.mark(zoe, said.id(), PostMark.DECISION);
        workspace.getBean(Reactions.class).react(zoe, said.id(), ReactionKind.AGREE);
        posts.delete(zoe, said.id());
        posts.bringBack(zoe, said.id());
        workspace.getBean(ReadMarks.class).read(zoe, thread.id(), said.at());
    }

    private void happenToMotions(MemberId author, MotionSummary motion) {
        motion(author, author.subject());
        workspace
                .getBean(TransactionTemplate.class)
                .executeWithoutResult(_ -> {
                    var activities = workspace.getBean(Activities.class);
                    activities.tell(new MotionEvent.Listed(motion.id(), motion.owner()));
                    activities.tell(new MotionEvent.Changed(motion.id(), motion.owner()));
                });
        motions.discard(author, motion.id());
        motions.bringBack(author, motion.id());
        motions.letReadersDiscuss(author, motion.id(), true);
        motions.handOver(author, motion.id(), Subject.ASSOCIATION);
    }

    private void happenToRoles(MemberId member, List<Subject> places) {
        for (Subject place : places) {
            give(admin, member, Role.WRITER, place);
        }
        give(admin, member, Role.WRITER, Subject.ASSOCIATION);
    }

    private void give(MemberId by, MemberId member, Role role, Subject place) {
        ExplicitGrants grants = workspace.getBean(ExplicitGrants.class);
        var given = grants.give(by, new NewGrant(member, role, place, Term.since(today)));
        grants.end(by, given.grant().id());
    }

    private void happenToTheMember(MemberId member, Unit unit, Unit other, SignedIn phone) {
        Members members = workspace.getBean(Members.class);
        land.at(unit, member);
        workspace.getBean(Followings.class).follow(member, other.id());
        workspace.getBean(NoticeChoices.class).follow(member, other.id().subject());
        workspace.getBean(HomeMoves.class).ask(member, member, other.id());
        workspace
                .getBean(MembershipCorrections.class)
                .correctBorn(admin, member, today.minusYears(30));
        members.changeRight(admin, member, Right.READ);
        AccessTokens tokens = workspace.getBean(AccessTokens.class);
        tokens.revoke(member, tokens.create(association.logIn(member)).id());
        Logins logins = workspace.getBean(Logins.class);
        LoginId login = Objects.requireNonNull(logIn(member).login());
        logins.end(member, login);
        workspace
                .getBean(MemberPasswords.class)
                .change(phone, FROM_HERE, Association.PASSWORD, "ein anderes langes Passwort");
    }

    private SignedIn logIn(MemberId member) {
        String email = workspace.getBean(Members.class).get(member).email().value();
        var said = UsernamePasswordAuthenticationToken.unauthenticated(email, Association.PASSWORD);
        said.setDetails(FROM_HERE);
        Authentication entered =
                Objects.requireNonNull(
                        workspace.getBean(AuthenticationProvider.class).authenticate(said));
        workspace
                .getBean(RememberMeServices.class)
                .loginSuccess(new MockHttpServletRequest(), new MockHttpServletResponse(), entered);
        return (SignedIn) Objects.requireNonNull(entered.getPrincipal());
    }

    private long now(Unit unit) {
        return land.now(unit).version();
    }

    private static GroupDescription described(Admission admission, Unit... units) {
        return new GroupDescription(
                new Name("Verkehr"),
                "",
                GroupKind.WORKING_GROUP,
                admission,
                Stream.of(units).map(Unit::id).toList());
    }

    private MotionSummary motion(MemberId author, Subject owner) {
        return motions.draft(new DraftMotion(author, owner, FirstContent.titled("Busse")));
    }
}

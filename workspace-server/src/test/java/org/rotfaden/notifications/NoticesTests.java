package org.rotfaden.notifications;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rotfaden.Cast;
import org.rotfaden.MovableClock;
import org.rotfaden.Part;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.Addressed;
import org.rotfaden.activity.Followers;
import org.rotfaden.activity.Told;
import org.rotfaden.activity.Topic;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.discussions.NewPost;
import org.rotfaden.discussions.NewThread;
import org.rotfaden.discussions.Post;
import org.rotfaden.discussions.PostId;
import org.rotfaden.discussions.Posts;
import org.rotfaden.discussions.ReadMarks;
import org.rotfaden.discussions.ThreadEvent;
import org.rotfaden.discussions.Threads;
import org.rotfaden.members.ExplicitGrants;
import org.rotfaden.members.NewGrant;
import org.rotfaden.notifications.Choice.Of;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.organisation.memberships.Followings;
import org.rotfaden.realtime.Ear;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.Key;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.test.util.AopTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/// Who is told what concerns her, and who is not.
@WorkspaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private Notices notices;
    @Autowired private NoticeChoices choices;
    @Autowired private OldNotices old;
    @Autowired private WhatConcerns concerns;
    @Autowired private Threads threads;
    @Autowired private Posts posts;
    @Autowired private ReadMarks marks;
    @Autowired private WorkingGroups groups;
    @Autowired private Followings followings;
    @Autowired private ExplicitGrants grants;
    @Autowired private Permissions permissions;
    @Autowired private Followers followers;
    @Autowired private LiveTopics topics;
    @Autowired private MovableClock time;
    @Autowired private Clock clock;
    @Autowired private Today today;
    @Autowired private JdbcClient jdbc;
    @Autowired private EventSerializer serializer;
    @Autowired private TransactionTemplate transaction;

    private Cast cast;
    private MemberId chair;
    private MemberId assessor;
    private MemberId treasurer;

    @BeforeAll
    void assemble() {
        cast = Cast.assemble(workspace);
        chair = cast.id(Part.CHAIR);
        assessor = cast.id(Part.ASSESSOR);
        treasurer = cast.id(Part.TREASURER);
    }

    /// Nobody follows anything and nothing waits.
    @BeforeEach
    void all_is_quiet() {
        heard();
        for (Part part : Part.values()) {
            notices.forget(cast.id(part));
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_is_mentioned_hears_of_it_if_she_may_read_it(Part part) {
        MemberId member = cast.id(part);
        for (Subject about :
                List.of(
                        cast.here.subject(),
                        cast.board.subject(),
                        cast.motionOfBoard.id().subject(),
                        cast.group.subject())) {
            MemberId by =
                    permissions.allows(chair, Permission.TAKE_PART, about)
                            ? chair
                            : cast.id(Part.GROUP_HOST);
            DiscussionThread thread = begin(by, about, "Frag @member:" + member);
            heard();
            boolean hears =
                    !member.equals(by) && permissions.allows(member, Permission.READ, about);
            assertThat(why(member, thread))
                    .as("%s %s", part, about.type())
                    .isEqualTo(hears ? List.of("MENTIONED") : List.of());
            assertThat(notices.countUnread(member) > 0).isEqualTo(hears);
            notices.forget(member);
        }
    }

    /// By everybody else than those who are at home there nobody is meant.
    @Test
    void where_a_unit_is_mentioned_its_members_hear_of_it_and_nobody_else() {
        begin(chair, cast.here.subject(), "Alle aus @unit:" + cast.here);
        heard();
        for (Part part : Part.values()) {
            boolean isAtHome = part == Part.HOME_MEMBER || part == Part.GUEST;
            assertThat(notices.list(cast.id(part), 0, 10))
                    .as(part.name())
                    .hasSize(isAtHome ? 1 : 0);
        }
    }

    @Test
    void where_a_body_or_a_group_is_mentioned_those_in_it_hear_of_it() {
        begin(chair, cast.board.subject(), "Alle aus @body:" + cast.board);
        begin(
                cast.id(Part.GROUP_HOST),
                cast.group.subject(),
                "Alle aus @working-group:" + cast.group);
        heard();
        assertThat(whoHeard())
                .containsExactlyInAnyOrder(
                        Part.SECRETARY,
                        Part.TREASURER,
                        Part.ASSESSOR,
                        Part.RESTING,
                        Part.GROUP_MEMBER);
    }

    /// The board's members are mentioned where they may not read.
    @Test
    void who_is_mentioned_with_a_body_and_may_not_read_hears_nothing() {
        begin(
                cast.id(Part.GROUP_HOST),
                cast.group.subject(),
                "Wie sieht das @body:" + cast.board + "?");
        heard();
        assertThat(whoHeard()).isEmpty();
    }

    @Test
    void who_loses_the_right_sees_nothing_any_more_and_nothing_is_counted() {
        Subject motion = cast.motionOfBoard.id().subject();
        MemberId guest = cast.id(Part.MEMBER);
        var invited =
                grants.give(
                                chair,
                                new NewGrant(guest, Role.READER, motion, Term.since(today.date())))
                        .grant();
        DiscussionThread thread = begin(chair, motion, "Sieh mal, @member:" + guest);
        heard();
        assertThat(why(guest, thread)).containsExactly("MENTIONED");
        assertThat(notices.countUnread(guest)).isEqualTo(2);
        NoticeId id = notices.list(guest, 0, 10).getFirst().id();
        grants.end(chair, invited.id());
        assertThat(notices.list(guest, 0, 10)).isEmpty();
        assertThat(notices.unread(guest, 10)).isEmpty();
        assertThat(notices.find(guest, id)).isEmpty();
        assertThat(notices.countUnread(guest)).isZero();
    }

    @Test
    void who_is_answered_hears_of_it_once_and_not_of_the_post_as_well() {
        DiscussionThread thread = begin(assessor, cast.board.subject(), "Wann?");
        Post answer = answer(chair, thread, "Morgen", first(thread));
        heard();
        assertThat(why(assessor, thread)).containsExactly("ANSWERED");
        answer(chair, thread, "Oder, @member:" + assessor + ", übermorgen?", answer.id());
        heard();
        assertThat(why(assessor, thread)).containsExactlyInAnyOrder("ANSWERED", "MENTIONED");
    }

    @Test
    void what_one_does_oneself_is_no_news() {
        DiscussionThread thread = begin(chair, cast.board.subject(), "Ich: @member:" + chair);
        answer(chair, thread, "Ich antworte mir", first(thread));
        heard();
        assertThat(notices.list(chair, 0, 10)).isEmpty();
    }

    @Test
    void who_began_a_motion_hears_what_is_written_about_it() {
        var motion = cast.motionOfUnit.id();
        DiscussionThread thread = begin(assessor, motion.subject(), "Gut!");
        heard();
        assertThat(why(chair, thread)).containsExactly("COMMENTED");
        assertThat(why(treasurer, thread)).isEmpty();
    }

    @Test
    void posts_of_a_thread_one_follows_are_gathered_until_they_are_read() {
        DiscussionThread thread = begin(chair, cast.board.subject(), "Wann?");
        say(assessor, thread, "Montag");
        say(treasurer, thread, "Dienstag");
        Post last = say(assessor, thread, "Mittwoch");
        heard();
        Notice gathered = only(chair);
        assertThat(gathered.why()).isEqualTo("POSTED");
        assertThat(gathered.count()).isEqualTo(3);
        assertThat(gathered.by()).isEqualTo(assessor);
        assertThat(gathered.at()).isEqualTo(last.at());
        assertThat(notices.countUnread(chair)).isEqualTo(1);
        notices.read(chair, List.of(gathered.id()));
        assertThat(notices.countUnread(chair)).isZero();
        say(treasurer, thread, "Donnerstag");
        heard();
        assertThat(notices.list(chair, 0, 10)).extracting(Notice::count).containsExactly(1, 3);
        assertThat(notices.unread(chair, 10)).extracting(Notice::count).containsExactly(1);
    }

    @Test
    void who_posts_in_a_thread_follows_it() {
        DiscussionThread thread = begin(chair, cast.board.subject(), "Wann?");
        say(treasurer, thread, "Vorher war ich nicht dabei");
        say(assessor, thread, "Montag");
        heard();
        assertThat(why(treasurer, thread)).containsExactly("POSTED");
        assertThat(choices.follows(treasurer, thread.id().subject())).isTrue();
        assertThat(why(cast.id(Part.SECRETARY), thread)).isEmpty();
        choices.unfollow(treasurer, thread.id().subject());
        say(assessor, thread, "Dienstag");
        heard();
        assertThat(only(treasurer).count()).isEqualTo(1);
    }

    @Test
    void who_follows_a_place_hears_of_threads_that_are_begun_there() {
        choices.follow(assessor, cast.board.subject());
        followings.follow(treasurer, cast.here);
        DiscussionThread inBoard = begin(chair, cast.board.subject(), "Intern");
        DiscussionThread inUnit = begin(chair, cast.here.subject(), "Offen");
        heard();
        followings.unfollow(treasurer, cast.here);
        assertThat(why(assessor, inBoard)).containsExactly("BEGUN");
        assertThat(why(assessor, inUnit)).isEmpty();
        assertThat(why(treasurer, inUnit)).containsExactly("BEGUN");
    }

    @Test
    void what_is_muted_is_not_told_thread_place_or_kind() {
        DiscussionThread thread = begin(chair, cast.board.subject(), "Wann?");
        heard();
        Of[] muted = {
            new Of.About(thread.id().subject()),
            new Of.About(cast.board.subject()),
            new Of.Kind("MENTIONED")
        };
        for (Of one : muted) {
            choices.mute(assessor, one, null);
            say(chair, thread, "@member:" + assessor);
            heard();
            assertThat(notices.list(assessor, 0, 10)).as(one.toString()).isEmpty();
            assertThat(choices.mutedBy(assessor)).containsExactly(new Choice(one, null));
            choices.unmute(assessor, one);
        }
        assertThat(choices.mutedBy(assessor)).isEmpty();
        say(chair, thread, "@member:" + assessor);
        heard();
        assertThat(notices.list(assessor, 0, 10)).hasSize(1);
    }

    @Test
    void a_motion_s_thread_is_muted_with_the_place_whose_the_motion_is() {
        choices.mute(assessor, new Of.About(cast.board.subject()), null);
        DiscussionThread thread =
                begin(chair, cast.motionOfBoard.id().subject(), "Hm, @member:" + assessor);
        say(chair, thread, "Hm, @member:" + assessor);
        heard();
        assertThat(notices.list(assessor, 0, 10)).isEmpty();
    }

    @Test
    void what_is_muted_for_a_time_is_told_afterwards() {
        DiscussionThread thread = begin(assessor, cast.board.subject(), "Wann?");
        Instant until = clock.instant().plus(Duration.ofHours(1));
        choices.mute(assessor, new Of.About(thread.id().subject()), until);
        say(chair, thread, "Montag");
        heard();
        assertThat(notices.list(assessor, 0, 10)).isEmpty();
        time.show(until.plusSeconds(1));
        assertThat(choices.mutedBy(assessor)).isEmpty();
        old.clear();
        say(chair, thread, "Dienstag");
        heard();
        assertThat(only(assessor).why()).isEqualTo("POSTED");
    }

    @Test
    void what_is_heard_twice_is_told_once() {
        DiscussionThread thread = begin(assessor, cast.board.subject(), "Wann?");
        heard();
        Subject subject = thread.id().subject();
        var told =
                new Told(posted(thread), clock.instant(), Map.of(Topic.about(subject), 1_000_000L));
        hear(told);
        hear(told);
        assertThat(only(assessor).count()).isEqualTo(1);
        notices.readAll(assessor);
        hear(told);
        assertThat(notices.countUnread(assessor)).isZero();
    }

    /// Whoever looks at a thread has often read a post before it is heard here.
    @Test
    void what_is_heard_after_it_was_read_is_shown_as_read() {
        DiscussionThread thread = begin(assessor, cast.board.subject(), "Wann?");
        Activity posted = posted(thread);
        Instant at = posted.moment().orElseThrow();
        Topic topic = Topic.about(thread.id().subject());
        hear(
                new Told(
                        new ThreadEvent.Read(assessor, thread.id(), thread.about(), at),
                        at,
                        Map.of()));
        hear(new Told(posted, at, Map.of(topic, 1_000_000L)));
        assertThat(notices.list(assessor, 0, 10)).hasSize(1);
        assertThat(notices.countUnread(assessor)).isZero();
        old.clear();
        time.show(clock.instant().plus(Duration.ofDays(31)));
        old.clear();
        assertThat(
                        jdbc.sql("select count(*) from notice_read where member_id = ?")
                                .param(assessor.value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    /// What a server leaves behind that is killed before all have heard.
    @Test
    void what_concerns_somebody_can_be_read_again() {
        DiscussionThread thread = begin(chair, cast.board.subject(), "Wann?");
        Instant moment = Instant.parse("2026-01-01T10:00:00Z");
        List<Addressed> addressed = List.of(Addressed.inPerson(assessor, "MENTIONED"));
        for (Activity what :
                List.of(
                        new ThreadEvent.Posted(
                                chair,
                                thread.id(),
                                thread.about(),
                                first(thread),
                                moment,
                                addressed),
                        new ThreadEvent.Read(chair, thread.id(), thread.about(), moment),
                        new GroupEvent.ParticipationChanged(chair, cast.group, assessor, addressed),
                        new NoticeEvent.Came(Set.of(chair, assessor)))) {
            var told = new Told(what, moment, Map.of(Topic.about(what.subject()), 3L));
            Object written = serializer.serialize(told);
            assertThat(serializer.deserialize(written, Told.class)).isEqualTo(told);
        }
    }

    /// At once, as a follower does it beside.
    private void hear(Told told) {
        WhatConcerns itself = AopTestUtils.getTargetObject(concerns);
        transaction.executeWithoutResult(_ -> itself.on(told));
    }

    private Activity posted(DiscussionThread thread) {
        return new ThreadEvent.Posted(
                chair, thread.id(), thread.about(), first(thread), clock.instant(), List.of());
    }

    @Test
    void what_is_read_on_one_device_is_read_on_the_other() {
        begin(chair, cast.board.subject(), "@member:" + assessor);
        begin(chair, cast.board.subject(), "Und @member:" + assessor);
        heard();
        var one = new Ear();
        var other = new Ear();
        Set<Topic> own = Set.of(Topic.of(Key.own(assessor)));
        Runnable stopOne = topics.follow(own, one);
        Runnable stopOther = topics.follow(own, other);
        assertThat(notices.countUnread(assessor)).isEqualTo(2);
        Instant moment = notices.readAll(assessor);
        await().until(() -> hasHeard(one) && hasHeard(other));
        assertThat(notices.countUnread(assessor)).isZero();
        notices.takeBackRead(assessor, moment);
        assertThat(notices.countUnread(assessor)).isEqualTo(2);
        stopOne.run();
        stopOther.run();
    }

    private static boolean hasHeard(Ear ear) {
        return ear.heard().stream().anyMatch(told -> told.what() instanceof NoticeEvent.Changed);
    }

    @Test
    void whose_notice_it_is_hears_that_it_came_and_nobody_else() {
        var hers = new Ear();
        var another = new Ear();
        Runnable stopHers = topics.follow(Set.of(Topic.of(Key.own(assessor))), hers);
        Runnable stopAnother = topics.follow(Set.of(Topic.of(Key.own(treasurer))), another);
        begin(chair, cast.board.subject(), "@member:" + assessor);
        heard();
        await().until(() ->
                hers.heard().stream().anyMatch(told -> told.what() instanceof NoticeEvent.Came));
        assertThat(another.heard()).noneMatch(told -> told.what() instanceof NoticeEvent);
        stopHers.run();
        stopAnother.run();
    }

    @Test
    void what_is_read_in_the_thread_is_read_and_what_came_later_is_not() {
        DiscussionThread thread = begin(assessor, cast.board.subject(), "Wann?");
        Post first = say(chair, thread, "@member:" + assessor);
        say(chair, thread, "Noch einmal @member:" + assessor);
        heard();
        marks.read(assessor, thread.id(), first.at());
        heard();
        assertThat(notices.unread(assessor, 10)).hasSize(1);
        marks.read(assessor, thread.id(), clock.instant());
        heard();
        assertThat(notices.countUnread(assessor)).isZero();
        assertThat(notices.list(assessor, 0, 10)).hasSize(2);
    }

    @Test
    void what_is_seen_on_the_page_of_a_thing_is_read() {
        MemberId member = cast.id(Part.MEMBER);
        groups.admit(cast.id(Part.GROUP_HOST), cast.group, member);
        heard();
        assertThat(only(member).why()).isEqualTo("INVITED");
        notices.readAbout(member, cast.otherGroup.subject());
        assertThat(notices.countUnread(member)).isEqualTo(1);
        notices.readAbout(member, cast.group.subject());
        assertThat(notices.countUnread(member)).isZero();
        groups.leave(member, cast.group, member);
    }

    @Test
    void who_joins_where_she_is_invited_has_read_the_invitation() {
        MemberId member = cast.id(Part.BODY_MEMBER);
        groups.admit(cast.id(Part.GROUP_HOST), cast.group, member);
        heard();
        assertThat(notices.countUnread(member)).isEqualTo(1);
        groups.join(member, cast.group);
        heard();
        assertThat(notices.countUnread(member)).isZero();
        groups.leave(member, cast.group, member);
    }

    @Test
    void nobody_marks_what_is_another_s() {
        begin(chair, cast.board.subject(), "@member:" + assessor);
        heard();
        NoticeId id = only(assessor).id();
        notices.read(treasurer, List.of(id));
        assertThat(notices.countUnread(assessor)).isEqualTo(1);
        assertThat(notices.find(treasurer, id)).isEmpty();
    }

    @Test
    void groups_tell_who_is_invited_let_in_and_who_wants_in() {
        MemberId host = cast.id(Part.GROUP_HOST);
        MemberId asking = cast.id(Part.MEMBER);
        MemberId invited = cast.id(Part.BODY_MEMBER);
        WorkingGroup group =
                groups.found(
                        host,
                        new GroupDescription(
                                new Name("Chor"),
                                "",
                                GroupKind.WORKING_GROUP,
                                Admission.ON_REQUEST,
                                List.of(cast.here)));
        groups.join(asking, group.id());
        groups.admit(host, group.id(), invited);
        heard();
        assertThat(only(host).why()).isEqualTo("ASKED_TO_JOIN");
        assertThat(only(host).by()).isEqualTo(asking);
        assertThat(only(invited).why()).isEqualTo("INVITED");
        groups.admit(host, group.id(), asking);
        groups.makeHost(host, group.id(), asking);
        groups.hostNoLonger(host, group.id(), asking);
        heard();
        assertThat(notices.list(asking, 0, 10))
                .extracting(Notice::why)
                .containsExactly("MADE_HOST", "LET_IN");
    }

    @Test
    void who_is_given_a_role_hears_of_it() {
        MemberId member = cast.id(Part.MEMBER);
        Subject motion = cast.motionOfBoard.id().subject();
        var given =
                grants.give(
                        chair, new NewGrant(member, Role.READER, motion, Term.since(today.date())));
        heard();
        assertThat(only(member).why()).isEqualTo("ROLE_GIVEN");
        assertThat(only(member).subject()).isEqualTo(motion);
        grants.end(chair, given.grant().id());
    }

    @Test
    void what_is_a_year_old_goes() {
        begin(chair, cast.board.subject(), "@member:" + assessor);
        heard();
        time.show(clock.instant().plus(Duration.ofDays(364)));
        old.clear();
        assertThat(notices.ofMember(assessor)).hasSize(1);
        time.show(clock.instant().plus(Duration.ofDays(2)));
        old.clear();
        assertThat(notices.ofMember(assessor)).isEmpty();
    }

    @Test
    void a_thousand_are_kept_of_one_member_the_newest() {
        jdbc.sql(
                        """
                        insert into notice (id, member_id, why, subject_type, subject_id, version, in_person, at)
                        select gen_random_uuid(), ?, 'MENTIONED', 'body', ?, number, true,
                            now() - number * interval '1 minute'
                        from generate_series(1, 1200) number
                        """)
                .params(assessor.value(), cast.board.value())
                .update();
        DiscussionThread thread = begin(chair, cast.board.subject(), "@member:" + assessor);
        heard();
        assertThat(notices.ofMember(assessor)).hasSize(NoticeRows.MOST_OF_ONE);
        assertThat(why(assessor, thread)).containsExactly("MENTIONED");
        assertThat(notices.countUnread(assessor)).isEqualTo(Notices.MOST_COUNTED);
    }

    @Test
    void nobody_chooses_what_she_may_not_know_of_nor_without_end() {
        refused(
                "NOTHING_TO_HEAR_OF",
                () -> choices.follow(assessor, new Subject("thread", UUID.randomUUID())));
        refused(
                "NOTHING_TO_HEAR_OF",
                () -> choices.mute(assessor, new Of.Kind("x".repeat(100)), null));
        DiscussionThread thread = begin(chair, cast.board.subject(), "Intern");
        refused(
                "NOTHING_TO_HEAR_OF",
                () -> choices.follow(cast.id(Part.HOME_MEMBER), thread.id().subject()));
        jdbc.sql(
                        """
                        insert into notice_choice (member_id, why, follows)
                        select ?, 'KIND_' || number, true from generate_series(1, 1000) number
                        """)
                .param(assessor.value())
                .update();
        refused("TOO_MANY_CHOICES", () -> choices.mute(assessor, new Of.Kind("MENTIONED"), null));
    }

    @Test
    void what_is_forgotten_is_nowhere() {
        DiscussionThread thread = begin(chair, cast.board.subject(), "@member:" + assessor);
        say(assessor, thread, "Ja");
        heard();
        choices.mute(assessor, new Of.Kind("BEGUN"), null);
        assertThat(notices.ofMember(assessor)).hasSize(1);
        notices.forget(assessor);
        assertThat(notices.ofMember(assessor)).isEmpty();
        assertThat(choices.mutedBy(assessor)).isEmpty();
        assertThat(choices.follows(assessor, thread.id().subject())).isFalse();
        assertThat(only(chair).by()).isNull();
    }

    @Test
    void whoever_left_sees_nothing() {
        MemberId left = cast.id(Part.FORMER_MEMBER);
        begin(chair, cast.here.subject(), "@member:" + left);
        heard();
        assertThat(notices.ofMember(left)).isEmpty();
    }

    private List<Part> whoHeard() {
        List<Part> heard = new ArrayList<>();
        for (Part part : Part.values()) {
            if (!notices.list(cast.id(part), 0, 10).isEmpty()) {
                heard.add(part);
            }
        }
        return heard;
    }

    private Notice only(MemberId member) {
        List<Notice> all = notices.list(member, 0, 10);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<String> why(MemberId member, DiscussionThread thread) {
        return notices.list(member, 0, 100).stream()
                .filter(notice -> notice.subject().equals(thread.id().subject()))
                .map(Notice::why)
                .toList();
    }

    private DiscussionThread begin(MemberId by, Subject about, String words) {
        return threads.begin(
                by, new NewThread(about, "Klausur", new NewPost(words, null, UUID.randomUUID())));
    }

    private Post say(MemberId by, DiscussionThread thread, String words) {
        return answer(by, thread, words, null);
    }

    private Post answer(MemberId by, DiscussionThread thread, String words, @Nullable PostId to) {
        return posts.post(by, thread.id(), new NewPost(words, to, UUID.randomUUID()));
    }

    private PostId first(DiscussionThread thread) {
        return requireNonNull(
                jdbc.sql("select id from post where thread_id = ? order by posted_at limit" + " 1")
                        .param(thread.id().value())
                        .query((row, _) -> new PostId(row.getObject("id", UUID.class)))
                        .single());
    }

    /// All that was told is heard.
    private void heard() {
        await().until(() -> followers.waiting() == 0);
    }

    private static void refused(
            String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        BrokenRule.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }
}

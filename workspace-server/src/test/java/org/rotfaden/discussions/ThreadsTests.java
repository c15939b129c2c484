package org.rotfaden.discussions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rotfaden.AtTheSameMoment;
import org.rotfaden.Cast;
import org.rotfaden.Part;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.Conflict;
import org.rotfaden.discussions.ThreadCatalogue.Seen;
import org.rotfaden.discussions.ThreadCatalogue.Stretch;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What members say to each other, and who can.
@WorkspaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreadsTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private Threads threads;
    @Autowired private Posts posts;
    @Autowired private Reactions reactions;
    @Autowired private ReadMarks marks;
    @Autowired private ThreadCatalogue catalogue;
    @Autowired private Permissions permissions;

    private Cast cast;
    private final Map<Subject, DiscussionThread> known = new HashMap<>();
    private MemberId chair;
    private MemberId assessor;

    @BeforeAll
    void assemble() {
        cast = Cast.assemble(workspace);
        chair = cast.id(Part.CHAIR);
        assessor = cast.id(Part.ASSESSOR);
    }

    /// Whoever reads what a thread is about reads the thread, and nobody else knows of it.
    @ParameterizedTest
    @EnumSource
    void a_thread_is_read_by_those_who_read_what_it_is_about(Part part) {
        for (Subject about : discussed()) {
            DiscussionThread thread = threadAbout(about);
            boolean reads = permissions.allows(cast.id(part), Permission.READ, about);
            assertThat(catalogue.find(cast.id(part), thread.id()).isPresent())
                    .as("%s %s", part, about.type())
                    .isEqualTo(reads);
            if (reads) {
                assertThat(written(part, thread)).isNotEmpty();
            } else {
                refused("THREAD_NOT_FOUND", () -> written(part, thread));
                refused("NOT_DISCUSSED", () -> catalogue.about(cast.id(part), about, 0, 10));
                assertThat(catalogue.post(cast.id(part), first(thread).id())).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_takes_part_there_posts(Part part) {
        for (Subject about : discussed()) {
            DiscussionThread thread = threadAbout(about);
            boolean reads = permissions.allows(cast.id(part), Permission.READ, about);
            boolean takesPart = permissions.allows(cast.id(part), Permission.TAKE_PART, about);
            if (takesPart) {
                assertThat(say(cast.id(part), thread, "Ich auch").author())
                        .isEqualTo(cast.id(part));
            } else if (reads) {
                assertThatThrownBy(() -> say(cast.id(part), thread, "Ich auch"))
                        .as("%s %s", part, about.type())
                        .isInstanceOf(NotPermitted.class);
            } else {
                refused("THREAD_NOT_FOUND", () -> say(cast.id(part), thread, "Ich auch"));
            }
        }
    }

    private List<Subject> discussed() {
        return List.of(
                cast.here.subject(),
                cast.board.subject(),
                cast.group.subject(),
                cast.motionOfUnit.id().subject(),
                cast.motionOfBoard.id().subject(),
                cast.motionOfGroup.id().subject());
    }

    /// Nobody begins many at once.
    private DiscussionThread threadAbout(Subject about) {
        return known.computeIfAbsent(about, _ -> begin(beginnerOf(about), about));
    }

    private MemberId beginnerOf(Subject about) {
        return permissions.allows(chair, Permission.TAKE_PART, about)
                ? chair
                : cast.id(Part.GROUP_HOST);
    }

    @Test
    void nobody_talks_about_members_or_threads() {
        refused("NOT_DISCUSSED", () -> begin(chair, chair.subject()));
        DiscussionThread thread = begin(chair, cast.here.subject());
        refused("NOT_DISCUSSED", () -> begin(chair, thread.id().subject()));
        refused("NOT_DISCUSSED", () -> begin(chair, new Subject("cheese", UUID.randomUUID())));
    }

    @Test
    void a_thread_of_a_place_has_a_title() {
        refused("THREAD_TITLE_MISSING", () -> begin(chair, cast.here.subject(), " \u200b "));
        refused("THREAD_TITLE_TOO_LONG", () -> begin(chair, cast.here.subject(), "x".repeat(201)));
        assertThat(begin(chair, cast.here.subject(), " Zwei\n Zeilen ").title())
                .isEqualTo("Zwei Zeilen");
    }

    @Test
    void beside_a_motion_there_is_one_thread_whoever_is_first() {
        Subject motion = cast.motionOfBoard.id().subject();
        DiscussionThread thread = begin(chair, motion);
        DiscussionThread same = begin(assessor, motion);
        assertThat(same.id()).isEqualTo(thread.id());
        assertThat(catalogue.beside(chair, motion).orElseThrow().posts())
                .isEqualTo(catalogue.get(chair, thread.id()).posts());
        assertThat(catalogue.about(chair, motion, 0, 10))
                .extracting(DiscussionThread::id)
                .containsExactly(thread.id());
    }

    @Test
    void two_who_begin_beside_a_motion_at_once_are_in_one_thread() {
        Subject motion = cast.motionOfUnit.id().subject();
        List<DiscussionThread> begun =
                new AtTheSameMoment(workspace)
                                .all(
                                        () -> begin(chair, motion),
                                        List.of(() -> begin(assessor, motion)))
                                .stream()
                                .map(outcome -> requireNonNull(outcome.result()))
                                .toList();
        assertThat(begun).extracting(DiscussionThread::id).containsOnly(begun.getFirst().id());
    }

    @Test
    void what_is_sent_twice_is_there_once() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        var post = new NewPost("Einmal", null, UUID.randomUUID());
        List<Post> sent =
                together(
                        () -> posts.post(chair, thread.id(), post),
                        List.of(
                                () -> posts.post(chair, thread.id(), post),
                                () -> posts.post(chair, thread.id(), post)));
        assertThat(sent).extracting(Post::id).containsOnly(sent.getFirst().id());
        assertThat(written(Part.CHAIR, thread)).hasSize(2);
    }

    @Test
    void a_thread_that_is_begun_twice_is_there_once() {
        var begun =
                new NewThread(
                        cast.board.subject(), "Doppelt", new NewPost("x", null, UUID.randomUUID()));
        assertThat(threads.begin(chair, begun).id()).isEqualTo(threads.begin(chair, begun).id());
    }

    @Test
    void many_at_once_are_each_there_and_none_at_the_same_moment() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        together(
                () -> say(chair, thread, "eins"),
                List.of(
                        () -> say(assessor, thread, "zwei"),
                        () -> say(chair, thread, "drei"),
                        () -> say(assessor, thread, "vier")));
        List<Instant> moments =
                written(Part.CHAIR, thread).stream().map(seen -> seen.post().at()).toList();
        assertThat(moments).hasSize(5).doesNotHaveDuplicates().isSorted();
        assertThat(catalogue.get(chair, thread.id()).posts()).isEqualTo(5);
    }

    @Test
    void answers_stand_behind_what_they_answer_one_level_deep() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        Post first = first(thread);
        Post second = say(chair, thread, "zweiter");
        Post answer = answer(assessor, thread, "Antwort", first.id());
        Post deeper = answer(chair, thread, "Antwort darauf", answer.id());
        assertThat(deeper.root()).isEqualTo(first.id());
        assertThat(shown(thread))
                .containsExactly(first.id(), answer.id(), deeper.id(), second.id());
        assertThat(written(Part.CHAIR, thread))
                .extracting(seen -> seen.post().id())
                .containsExactly(first.id(), second.id(), answer.id(), deeper.id());
    }

    @Test
    void nobody_answers_what_stands_in_another_thread() {
        DiscussionThread one = begin(chair, cast.board.subject());
        DiscussionThread other = begin(chair, cast.board.subject());
        refused("POST_NOT_FOUND", () -> answer(chair, one, "x", first(other).id()));
        refused("POST_NOT_FOUND", () -> answer(chair, one, "x", PostId.random()));
    }

    @Test
    void what_was_edited_shows_what_stood_there_before() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        Post post = say(assessor, thread, "alt");
        Post edited = posts.edit(assessor, post.id(), "neu", post.version());
        assertThat(edited.words()).isEqualTo("neu");
        assertThat(edited.edited()).isNotNull();
        assertThat(catalogue.history(chair, post.id()))
                .extracting(Before::words)
                .containsExactly("alt");
    }

    @Test
    void a_slip_that_is_taken_back_is_nowhere_to_be_read() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        Post post = say(assessor, thread, "alt");
        Post edited = posts.edit(assessor, post.id(), "geheim", post.version());
        Post back = posts.takeBackEdit(assessor, post.id(), edited.version());
        assertThat(back.words()).isEqualTo("alt");
        assertThat(back.edited()).isNull();
        assertThat(catalogue.history(chair, post.id())).isEmpty();
        assertThatThrownBy(() -> posts.takeBackEdit(assessor, post.id(), back.version()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void two_who_edit_one_post_do_not_overwrite_each_other() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        Post post = say(assessor, thread, "alt");
        posts.edit(assessor, post.id(), "vom Telefon", post.version());
        assertThatThrownBy(() -> posts.edit(assessor, post.id(), "vom Rechner", post.version()))
                .isInstanceOf(Conflict.class);
        assertThat(catalogue.post(chair, post.id()).orElseThrow().post().words())
                .isEqualTo("vom Telefon");
    }

    @Test
    void only_its_author_edits_a_post() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        Post post = say(assessor, thread, "mein Wort");
        refused("NOT_YOUR_POST", () -> posts.edit(chair, post.id(), "dein Wort", post.version()));
    }

    @Test
    void where_others_answered_a_gap_stays() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        Post asked = say(assessor, thread, "Frage");
        Post answer = answer(chair, thread, "Antwort", asked.id());
        Post alone = say(assessor, thread, "allein");
        posts.delete(assessor, asked.id());
        posts.delete(assessor, alone.id());
        assertThat(shown(thread)).contains(asked.id(), answer.id()).doesNotContain(alone.id());
        assertThat(catalogue.post(chair, asked.id()).orElseThrow().post().words()).isEmpty();
        posts.delete(chair, answer.id());
        assertThat(shown(thread)).doesNotContain(asked.id(), answer.id());
        assertThat(catalogue.get(chair, thread.id()).posts()).isEqualTo(1);
    }

    @Test
    void what_is_deleted_while_another_answers_is_answered() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        Post asked = say(assessor, thread, "Frage");
        together(
                () -> {
                    posts.delete(assessor, asked.id());
                    return asked;
                },
                List.of(() -> answer(chair, thread, "Antwort", asked.id())));
        assertThat(shown(thread)).contains(asked.id());
    }

    @Test
    void whoever_deleted_a_post_brings_it_back_and_nobody_else() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        Post post = say(assessor, thread, "Wort");
        posts.delete(chair, post.id());
        refused("POST_DELETED", () -> posts.bringBack(assessor, post.id()));
        assertThat(posts.bringBack(chair, post.id()).words()).isEqualTo("Wort");
        assertThat(catalogue.get(chair, thread.id()).posts()).isEqualTo(2);
    }

    @Test
    void nobody_deletes_what_others_wrote_but_those_who_lead() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        Post post = first(thread);
        assertThatThrownBy(() -> posts.delete(assessor, post.id()))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void a_closed_thread_takes_nothing_until_it_is_opened() {
        DiscussionThread thread = begin(assessor, cast.board.subject());
        Post post = first(thread);
        threads.close(assessor, thread.id());
        refused("THREAD_CLOSED", () -> say(chair, thread, "zu spät"));
        refused("THREAD_CLOSED", () -> posts.edit(assessor, post.id(), "x", post.version()));
        threads.reopen(chair, thread.id());
        assertThat(say(chair, thread, "doch noch").words()).isEqualTo("doch noch");
    }

    @Test
    void whoever_leads_or_began_it_closes_a_thread_and_nobody_else() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        assertThatThrownBy(() -> threads.close(assessor, thread.id()))
                .isInstanceOf(NotPermitted.class);
        DiscussionThread own = begin(assessor, cast.board.subject());
        assertThat(threads.close(chair, own.id()).isClosed()).isTrue();
    }

    @Test
    void a_title_is_changed_by_whoever_saw_the_last_one() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        DiscussionThread renamed = threads.rename(chair, thread.id(), "Neu", thread.version());
        assertThat(renamed.title()).isEqualTo("Neu");
        assertThatThrownBy(() -> threads.rename(chair, thread.id(), "Alt", thread.version()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void reactions_are_counted_and_each_is_once() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        PostId post = first(thread).id();
        reactions.react(assessor, post, ReactionKind.AGREE);
        reactions.react(assessor, post, ReactionKind.AGREE);
        reactions.react(chair, post, ReactionKind.AGREE);
        reactions.react(chair, post, ReactionKind.SEEN);
        reactions.takeBack(chair, post, ReactionKind.SEEN);
        assertThat(catalogue.post(assessor, post).orElseThrow().reactions())
                .containsExactly(new Reactions.Count(ReactionKind.AGREE, 2, true));
        assertThat(reactions.who(assessor, post, ReactionKind.AGREE, 10))
                .containsExactly(assessor, chair);
    }

    @Test
    void what_is_marked_stands_on_top() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        Post post = say(assessor, thread, "Samstag, 10 Uhr");
        posts.mark(chair, post.id(), PostMark.DECISION);
        assertThat(catalogue.marked(assessor, thread.id()))
                .extracting(seen -> seen.post().mark())
                .containsExactly(PostMark.DECISION);
        assertThatThrownBy(() -> posts.mark(assessor, post.id(), null))
                .isInstanceOf(NotPermitted.class);
        posts.delete(assessor, post.id());
        assertThat(catalogue.marked(assessor, thread.id())).isEmpty();
    }

    @Test
    void a_thread_opens_at_the_first_post_that_is_not_read() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        List<Post> said =
                IntStream.range(0, 12).mapToObj(number -> say(chair, thread, "" + number)).toList();
        marks.read(assessor, thread.id(), said.get(5).at());
        Stretch stretch = catalogue.aroundUnread(assessor, thread.id(), 2, 3);
        assertThat(stretch.posts())
                .extracting(seen -> seen.post().id())
                .containsExactly(
                        said.get(4).id(),
                        said.get(5).id(),
                        said.get(6).id(),
                        said.get(7).id(),
                        said.get(8).id());
        assertThat(stretch.earlier()).isTrue();
        assertThat(stretch.later()).isTrue();
        assertThat(marks.unread(assessor, Set.of(thread.id()))).containsEntry(thread.id(), 6);
        marks.read(assessor, thread.id(), said.get(2).at());
        assertThat(marks.unread(assessor, Set.of(thread.id()))).containsEntry(thread.id(), 6);
        marks.read(assessor, thread.id(), said.getLast().at());
        assertThat(marks.unread(assessor, Set.of(thread.id()))).containsEntry(thread.id(), 0);
        assertThat(catalogue.aroundUnread(assessor, thread.id(), 2, 3).posts().getLast().post())
                .isEqualTo(said.getLast());
    }

    @Test
    void what_one_wrote_oneself_is_read() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        assertThat(marks.unread(chair, Set.of(thread.id()))).containsEntry(thread.id(), 0);
        assertThat(marks.unread(assessor, Set.of(thread.id()))).containsEntry(thread.id(), 1);
    }

    @Test
    void one_goes_on_from_post_to_post_and_meets_each_once() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        for (int number = 0; number < 9; number++) {
            Post said = say(chair, thread, "" + number);
            if (number % 3 == 0) {
                answer(assessor, thread, "dazu", said.id());
            }
        }
        List<PostId> all = shown(thread);
        Stretch middle = catalogue.around(chair, thread.id(), all.get(6), 2, 3);
        Stretch before =
                catalogue.before(chair, thread.id(), middle.posts().getFirst().post().id(), 50);
        Stretch behind =
                catalogue.behind(chair, thread.id(), middle.posts().getLast().post().id(), 50);
        List<PostId> met =
                List.of(before, middle, behind).stream()
                        .flatMap(stretch -> stretch.posts().stream())
                        .map(seen -> seen.post().id())
                        .toList();
        assertThat(met).isEqualTo(all);
        assertThat(before.earlier()).isFalse();
        assertThat(behind.later()).isFalse();
    }

    @Test
    void what_says_nothing_or_too_much_is_refused() {
        DiscussionThread thread = begin(chair, cast.board.subject());
        refused("POST_EMPTY", () -> say(chair, thread, " \n\u200b"));
        refused("POST_TOO_LONG", () -> say(chair, thread, "x".repeat(Post.LONGEST + 1)));
        refused("UNREADABLE_WORDS", () -> say(chair, thread, "von \u202elinks"));
    }

    private DiscussionThread begin(MemberId by, Subject about) {
        return begin(by, about, "Klausur");
    }

    private DiscussionThread begin(MemberId by, Subject about, String title) {
        return threads.begin(
                by, new NewThread(about, title, new NewPost("Wann?", null, UUID.randomUUID())));
    }

    private Post say(MemberId by, DiscussionThread thread, String words) {
        return answer(by, thread, words, null);
    }

    private Post answer(MemberId by, DiscussionThread thread, String words, @Nullable PostId to) {
        return posts.post(by, thread.id(), new NewPost(words, to, UUID.randomUUID()));
    }

    private Post first(DiscussionThread thread) {
        return catalogue.written(thread.begunBy(), thread.id(), null, 1).getFirst().post();
    }

    private List<Seen> written(Part part, DiscussionThread thread) {
        return catalogue.written(cast.id(part), thread.id(), null, 100);
    }

    private List<PostId> shown(DiscussionThread thread) {
        return catalogue.aroundUnread(chair, thread.id(), 100, 100).posts().stream()
                .map(seen -> seen.post().id())
                .toList();
    }

    private List<Post> together(Callable<Post> first, List<Callable<Post>> others) {
        return new AtTheSameMoment(workspace)
                .all(first, others).stream()
                        .map(outcome -> requireNonNull(outcome.result()))
                        .toList();
    }

    private static void refused(
            String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        BrokenRule.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }
}

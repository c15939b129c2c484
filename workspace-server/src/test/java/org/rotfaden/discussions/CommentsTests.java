package org.rotfaden.discussions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rotfaden.Cast;
import org.rotfaden.Part;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Passage;
import org.rotfaden.crdt.Root;
import org.rotfaden.crdt.UnitId;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Threads that stand at words.
@WorkspaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommentsTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private Comments comments;
    @Autowired private Threads threads;
    @Autowired private Posts posts;
    @Autowired private ThreadCatalogue catalogue;
    @Autowired private Motions motions;
    @Autowired private LiveDocuments documents;

    private Cast cast;
    private MemberId chair;
    private MotionSummary motion;
    private Subject about;

    @BeforeEach
    void assemble() {
        if (cast == null) {
            cast = Cast.assemble(workspace);
        }
        chair = cast.id(Part.CHAIR);
        motion =
                motions.draft(
                        new DraftMotion(
                                chair,
                                cast.board.subject(),
                                FirstContent.titled("Busse und Bahnen")));
        about = motion.id().subject();
    }

    @Test
    void a_comment_keeps_the_words_at_which_it_stands() {
        DiscussionThread comment = comment(chair, words(0, 5));
        assertThat(comment.isComment()).isTrue();
        assertThat(requireNonNull(comment.at()).words()).isEqualTo("Busse");
        assertThat(comments.of(chair, about)).containsExactly(comment);
        assertThat(catalogue.beside(chair, about)).isEmpty();
    }

    @Test
    void several_stand_at_the_same_words_beside_the_one_thread() {
        DiscussionThread beside =
                threads.begin(chair, new NewThread(about, "", post("Wie findet ihr das?")));
        comment(chair, words(0, 5));
        comment(chair, words(0, 5));
        assertThat(comments.of(chair, about)).hasSize(2).doesNotContain(beside);
        assertThat(catalogue.beside(chair, about).map(DiscussionThread::id)).contains(beside.id());
    }

    @Test
    void nobody_comments_on_words_that_are_not_there() {
        var nowhere = new Passage(Root.TEXT, new UnitId(77, 1), new UnitId(77, 4));
        refused("INVALID_PASSAGE", () -> comment(chair, nowhere));
        Passage there = words(0, 5);
        var elsewhere = new Passage(Root.REASON, there.first(), there.last());
        refused("INVALID_PASSAGE", () -> comment(chair, elsewhere));
    }

    @Test
    void a_resolved_comment_stays_and_one_without_a_post_goes() {
        DiscussionThread comment = comment(chair, words(0, 5));
        threads.close(chair, comment.id());
        assertThat(comments.of(chair, about)).extracting(DiscussionThread::isClosed).contains(true);
        PostId only = catalogue.written(chair, comment.id(), null, 1).getFirst().post().id();
        posts.delete(chair, only);
        assertThat(comments.of(chair, about)).isEmpty();
    }

    /// Whoever says that they came back is believed where they are gone, and the same stand there.
    @Test
    void a_comment_stays_where_its_words_are() {
        DiscussionThread comment = comment(chair, words(0, 5));
        refused("INVALID_PASSAGE", () -> comments.follow(chair, comment.id(), words(10, 16)));
        refused("INVALID_PASSAGE", () -> comments.follow(chair, comment.id(), words(0, 5)));
        assertThat(catalogue.get(chair, comment.id()).at()).isEqualTo(comment.at());
    }

    @Test
    void where_no_text_is_nobody_comments() {
        refused(
                "NO_WORDS_HERE",
                () -> comments.begin(chair, cast.board.subject(), words(0, 5), post("Geht nicht")));
    }

    @Test
    void whoever_only_reads_comments_where_the_writers_let_her() {
        Subject boards = cast.motionOfBoard.id().subject();
        MemberId reader = cast.id(Part.INVITED_READER);
        Passage words = documents.passage(cast.motionOfBoard.document(), Root.TITLE, 0, 6, chair);
        assertThatThrownBy(() -> comments.begin(reader, boards, words, post("Darf ich?")))
                .isInstanceOf(NotPermitted.class);
        motions.letReadersDiscuss(chair, cast.motionOfBoard.id(), true);
        assertThat(comments.begin(reader, boards, words, post("Ich darf.")).begunBy())
                .isEqualTo(reader);
        assertThatThrownBy(() ->
                        comments.begin(cast.id(Part.RESTING), boards, words, post("Ich ruhe.")))
                .isInstanceOf(NotPermitted.class);
        refused(
                "NOT_DISCUSSED",
                () -> comments.begin(cast.id(Part.OPERATOR), boards, words, post("Ich?")));
        motions.letReadersDiscuss(chair, cast.motionOfBoard.id(), false);
        assertThatThrownBy(() -> comments.begin(reader, boards, words, post("Noch?")))
                .isInstanceOf(NotPermitted.class);
    }

    private Passage words(int from, int to) {
        return documents.passage(motion.document(), Root.TITLE, from, to, chair);
    }

    private DiscussionThread comment(MemberId by, Passage passage) {
        return comments.begin(by, about, passage, post("Warum nicht Trams?"));
    }

    private static NewPost post(String words) {
        return new NewPost(words, null, UUID.randomUUID());
    }

    private static void refused(
            String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        BrokenRule.class, broken -> assertThat(broken.code()).isEqualTo(code));
    }
}

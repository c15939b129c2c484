package org.rotfaden.motions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rotfaden.Cast;
import org.rotfaden.Part;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.TypedWords;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.motions.MotionQuery.Order;
import org.rotfaden.realtime.Access;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Which motions stand in lists, and how they leave them.
@WorkspaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsOfMotionsTests {

    private static final int MANY = 500;

    @Autowired private ApplicationContext workspace;
    @Autowired private Motions motions;
    @Autowired private MotionCatalogue catalogue;
    @Autowired private MotionDocumentPolicy policy;

    private Cast cast;

    @BeforeAll
    void assemble() {
        cast = Cast.assemble(workspace);
    }

    @Test
    void without_a_title_it_is_in_the_list_of_whoever_began_it_alone() {
        MotionSummary motion = draft(Part.CHAIR, cast.here.subject(), "");
        assertThat(listed(Part.CHAIR, MotionQuery.ALL)).contains(motion.id());
        for (Part other :
                List.of(Part.HOME_MEMBER, Part.ASSESSOR, Part.ASSOCIATION_ADMINISTRATOR)) {
            assertThat(listed(other, MotionQuery.ALL)).doesNotContain(motion.id());
            assertThat(listed(other, MotionQuery.ALL.of(cast.here.subject())))
                    .doesNotContain(motion.id());
        }
    }

    @Test
    void with_a_title_it_is_in_the_lists_of_all_who_may_read_it() {
        MotionSummary motion = draft(Part.CHAIR, cast.here.subject(), "Mehr Bänke im Park");
        assertThat(motion.listed()).isNotNull();
        assertThat(listed(Part.HOME_MEMBER, MotionQuery.ALL)).contains(motion.id());
    }

    @Test
    void what_is_laid_aside_leaves_the_lists_is_written_by_nobody_and_comes_back() {
        MotionSummary motion = draft(Part.ASSESSOR, cast.board.subject(), "Doch nicht");
        MemberId author = cast.id(Part.ASSESSOR);
        Subject subject = motion.id().subject();

        motions.discard(author, motion.id());

        assertThat(listed(Part.ASSESSOR, MotionQuery.ALL)).doesNotContain(motion.id());
        assertThat(listed(Part.CHAIR, MotionQuery.ALL.in(MotionState.DISCARDED)))
                .contains(motion.id());
        assertThat(policy.accessOf(author, subject)).isEqualTo(Access.READ);
        assertThatThrownBy(() -> motions.handOver(author, motion.id(), author.subject()))
                .hasMessage("MOTION_IS_DISCARDED");

        MotionSummary back = motions.bringBack(author, motion.id());

        assertThat(back.state()).isEqualTo(MotionState.DRAFT);
        assertThat(listed(Part.CHAIR, MotionQuery.ALL)).contains(motion.id());
        assertThat(policy.accessOf(author, subject)).isEqualTo(Access.WRITE);
    }

    @Test
    void laying_aside_twice_is_laying_aside_once() {
        MotionSummary motion = draft(Part.CHAIR, cast.here.subject(), "Zweimal");
        MotionSummary first = motions.discard(cast.id(Part.CHAIR), motion.id());
        assertThat(motions.discard(cast.id(Part.CHAIR), motion.id())).isEqualTo(first);
        motions.bringBack(cast.id(Part.CHAIR), motion.id());
        assertThat(motions.bringBack(cast.id(Part.CHAIR), motion.id())).isEqualTo(motion);
    }

    @ParameterizedTest
    @EnumSource(names = {"SECRETARY", "INVITED_WRITER"})
    void whoever_only_writes_it_does_not_lay_it_aside(Part part) {
        assertThatThrownBy(() -> motions.discard(cast.id(part), cast.motionOfBoard.id()))
                .isInstanceOf(NotPermitted.class);
        assertThat(catalogue.get(cast.motionOfBoard.id()).state()).isEqualTo(MotionState.DRAFT);
    }

    @Test
    void whoever_may_not_know_of_it_finds_nothing_to_lay_aside() {
        MotionSummary own = draft(Part.HOME_MEMBER, cast.id(Part.HOME_MEMBER).subject(), "Meins");
        assertThatThrownBy(() -> motions.discard(cast.id(Part.CHAIR), own.id()))
                .hasMessage("MOTION_NOT_FOUND");
    }

    @Test
    void it_is_found_by_words_of_its_title_and_by_its_number() {
        MotionSummary motion = draft(Part.CHAIR, cast.here.subject(), "Für ein Café am Südring");
        String number = motion.number().toString();
        for (String words : List.of("café", "cafe", "SUDRING", "Café am", number)) {
            assertThat(listed(Part.CHAIR, MotionQuery.ALL.titled(TypedWords.of(words))))
                    .as(words)
                    .contains(motion.id());
        }
        assertThat(listed(Part.CHAIR, MotionQuery.ALL.titled(TypedWords.of("Nordring"))))
                .doesNotContain(motion.id());
    }

    @Test
    void they_stand_by_title_or_by_when_they_were_listed() {
        MemberId author = cast.id(Part.MEMBER);
        MotionQuery own = MotionQuery.ALL.begunBy(author);
        MotionSummary second = draft(Part.MEMBER, author.subject(), "über den Fluss");
        MotionSummary first = draft(Part.MEMBER, author.subject(), "Am Ufer");
        MotionSummary last = draft(Part.MEMBER, author.subject(), "");
        assertThat(listed(Part.MEMBER, own.by(Order.TITLE)))
                .containsExactly(first.id(), second.id(), last.id());
        assertThat(listed(Part.MEMBER, own.by(Order.LISTED)))
                .containsExactly(last.id(), first.id(), second.id());
        assertThat(catalogue.count(own, author)).isEqualTo(3);
    }

    private List<MotionId> listed(Part reader, MotionQuery query) {
        return catalogue.list(query, cast.id(reader), MANY).stream()
                .map(MotionSummary::id)
                .toList();
    }

    private MotionSummary draft(Part author, Subject owner, String title) {
        return motions.draft(new DraftMotion(cast.id(author), owner, FirstContent.titled(title)));
    }
}

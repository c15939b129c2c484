package org.rotfaden.motions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rotfaden.Cast;
import org.rotfaden.Part;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.organisation.bodies.Office;
import org.rotfaden.organisation.bodies.Offices;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Whose a motion becomes, and by whom.
@WorkspaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandingOverTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private Motions motions;
    @Autowired private MotionCatalogue catalogue;
    @Autowired private Offices offices;
    @Autowired private Today today;

    private Cast cast;

    @BeforeAll
    void assemble() {
        cast = Cast.assemble(workspace);
    }

    @Test
    void whoever_leads_the_owner_hands_its_motion_over() {
        MotionSummary motion = draft(Part.ASSESSOR, cast.board.subject());
        assertThat(motions.handOver(cast.id(Part.CHAIR), motion.id(), cast.here.subject()).owner())
                .isEqualTo(cast.here.subject());
    }

    @Test
    void whoever_began_a_motion_hands_it_over_and_takes_it_back() {
        MotionSummary motion = draft(Part.ASSESSOR, own(Part.ASSESSOR));
        motions.handOver(cast.id(Part.ASSESSOR), motion.id(), cast.board.subject());
        motions.handOver(cast.id(Part.ASSESSOR), motion.id(), own(Part.ASSESSOR));
        assertThat(catalogue.get(motion.id()).owner()).isEqualTo(own(Part.ASSESSOR));
    }

    /// The secretary writes it because of her office, the guest because she was invited.
    @ParameterizedTest
    @EnumSource(names = {"SECRETARY", "INVITED_WRITER"})
    void whoever_only_writes_it_takes_it_from_nobody(Part part) {
        refused(part, cast.motionOfBoard, own(part), "ONLY_AUTHOR_OR_LEADERS");
    }

    @ParameterizedTest
    @EnumSource(
            names = {"CHAIR", "ASSOCIATION_ADMINISTRATOR"},
            mode = EXCLUDE)
    void nobody_takes_the_associations_motion_from_all_others(Part part) {
        MotionSummary motion = draft(Part.CHAIR, Subject.ASSOCIATION);
        assertThatThrownBy(() -> motions.handOver(cast.id(part), motion.id(), own(part)))
                .isInstanceOfSatisfying(
                        BrokenRule.class,
                        refused ->
                                assertThat(
                                                refused instanceof NotPermitted
                                                        || refused.is(
                                                                MotionObjection.MOTION_NOT_FOUND))
                                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(
            names = {"ASSOCIATION_ADMINISTRATOR", "UNIT_ADMINISTRATOR", "CHAIR_ABOVE", "OPERATOR"})
    void whoever_administers_opens_no_drafts_by_making_them_the_own(Part part) {
        notThere(part, cast.motionOfBoard, own(part));
        notThere(part, cast.motionOfGroup, own(part));
        notThere(part, draft(Part.HOME_MEMBER, own(Part.HOME_MEMBER)), own(part));
    }

    @Test
    void where_nobody_is_left_who_writes_for_the_owner_whoever_administers_it_hands_over() {
        MotionSummary motion = draft(Part.BODY_MEMBER, cast.committee.subject());
        notThere(Part.CHAIR, motion, cast.here.subject());
        for (Office office : offices.in(cast.committee)) {
            offices.end(office.member(), office.id(), today.date().minusDays(1));
        }
        motions.handOver(cast.id(Part.CHAIR), motion.id(), cast.here.subject());
        assertThat(catalogue.get(motion.id()).owner()).isEqualTo(cast.here.subject());
    }

    @Test
    void a_motion_belongs_to_no_motion() {
        MotionSummary motion = draft(Part.CHAIR, cast.board.subject());
        assertThatThrownBy(() ->
                        motions.handOver(cast.id(Part.CHAIR), motion.id(), motion.id().subject()))
                .hasMessage("INVALID_OWNER");
        assertThatThrownBy(() -> draft(Part.CHAIR, motion.id().subject()))
                .hasMessage("INVALID_OWNER");
    }

    private void refused(Part by, MotionSummary motion, Subject to, String code) {
        assertThatThrownBy(() -> motions.handOver(cast.id(by), motion.id(), to))
                .isInstanceOfSatisfying(
                        NotPermitted.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(catalogue.get(motion.id()).owner()).isEqualTo(motion.owner());
    }

    /// Whoever may not read it knows of none.
    private void notThere(Part by, MotionSummary motion, Subject to) {
        assertThatThrownBy(() -> motions.handOver(cast.id(by), motion.id(), to))
                .hasMessage("MOTION_NOT_FOUND");
        assertThat(catalogue.get(motion.id()).owner()).isEqualTo(motion.owner());
    }

    private MotionSummary draft(Part author, Subject owner) {
        var content = FirstContent.titled("Antrag");
        return motions.draft(new DraftMotion(cast.id(author), owner, content));
    }

    private Subject own(Part part) {
        return cast.id(part).subject();
    }
}

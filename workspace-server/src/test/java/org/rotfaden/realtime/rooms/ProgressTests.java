package org.rotfaden.realtime.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.MovableClock;
import org.rotfaden.realtime.log.StoredDocument;
import org.rotfaden.security.Subject;

class ProgressTests {

    private static final byte[] UPDATE = {1, 2, 3};

    private final MovableClock clock = new MovableClock();
    private final LiveLimits limits = SomeLimits.with(Map.of());
    private final Progress progress = new Progress(limits, clock);

    @BeforeEach
    void a_document_of_five_updates() {
        progress.loaded(stored(5));
    }

    @Test
    void what_is_below_is_forgotten() {
        progress.recorded(5);
        progress.recorded(2);
        assertThat(progress.hasGap()).isFalse();
        assertThat(progress.contiguous()).isEqualTo(5);
    }

    @Test
    void what_overtook_others_leaves_a_gap_until_they_come() {
        progress.recorded(8);
        progress.recorded(7);
        assertThat(progress.hasGap()).isTrue();
        assertThat(progress.contiguous()).isEqualTo(5);
        assertThat(progress.knows(8)).isTrue();
        assertThat(progress.knows(6)).isFalse();
        progress.recorded(6);
        assertThat(progress.hasGap()).isFalse();
        assertThat(progress.contiguous()).isEqualTo(8);
    }

    @Test
    void what_was_there_already_need_not_be_told() {
        assertThat(progress.isUntold()).isFalse();
        assertThat(progress.toTell()).isEmpty();
    }

    @Test
    void others_are_told_when_it_is_quiet_and_only_of_what_is_in_the_log() {
        progress.applied(UPDATE);
        progress.applied(UPDATE);
        progress.recorded(6);
        assertThat(progress.toTell()).isEmpty();
        later(limits.quiet());
        assertThat(progress.toTell()).contains(6L);
        assertThat(progress.toTell()).isEmpty();
        progress.recorded(7);
        assertThat(progress.toTell()).contains(7L);
        assertThat(progress.isUntold()).isFalse();
    }

    @Test
    void others_are_told_in_the_midst_of_writing_at_the_latest() {
        int told = 0;
        for (int second = 0; second < 25; second++) {
            progress.applied(UPDATE);
            progress.recorded(6 + second);
            told += progress.toTell().isPresent() ? 1 : 0;
            later(Duration.ofSeconds(1));
        }
        assertThat(told).isEqualTo(2);
    }

    @Test
    void a_document_that_is_made_anew_still_has_to_be_told_of() {
        progress.applied(UPDATE);
        progress.recorded(6);
        progress.loaded(stored(7));
        later(limits.quiet());
        assertThat(progress.toTell()).contains(7L);
    }

    @Test
    void an_update_that_nobody_can_read_is_told_like_any_other() {
        progress.recorded(6);
        later(limits.quiet());
        assertThat(progress.toTell()).contains(6L);
    }

    @Test
    void a_snapshot_is_due_after_many_updates_and_not_all_the_time() {
        assertThat(progress.toSnapshot()).isEmpty();
        LongStream.rangeClosed(6, 600).forEach(progress::recorded);
        assertThat(progress.toSnapshot()).contains(600L);
        assertThat(progress.toSnapshot()).as("while it is taken").isEmpty();
        progress.snapshotTaken(600);
        later(Duration.ofMinutes(1));
        assertThat(progress.toSnapshot()).isEmpty();
    }

    @Test
    void a_snapshot_is_due_after_many_bytes_too() {
        later(Duration.ofMinutes(1));
        progress.applied(new byte[8 << 20]);
        progress.recorded(6);
        assertThat(progress.toSnapshot()).contains(6L);
        progress.snapshotTaken(6);
        later(Duration.ofMinutes(1));
        progress.applied(UPDATE);
        progress.recorded(7);
        assertThat(progress.toSnapshot()).isEmpty();
    }

    private void later(Duration time) {
        clock.show(clock.instant().plus(time));
    }

    private static StoredDocument stored(long sequence) {
        return new StoredDocument(
                new Subject("motion", new UUID(0, 1)), null, 0, sequence, sequence * UPDATE.length);
    }
}

package org.rotfaden.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.MovableClock;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.Activities;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.News;
import org.rotfaden.activity.Told;
import org.rotfaden.activity.Topic;
import org.rotfaden.activity.TopicVersions;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionId;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever follows a topic hears all of it in its order, or that something is missing.
@WorkspaceTest
class LiveTopicsTests {

    @Autowired private LiveTopics shared;
    @Autowired private Activities activities;
    @Autowired private TopicVersions versions;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private final Ear ear = new Ear();
    private LiveTopics topics;
    private MotionId motion;
    private Topic about;

    @BeforeEach
    void a_motion_of_which_nothing_was_told() {
        motion = new MotionId(java.util.UUID.randomUUID());
        about = Topic.about(motion.subject());
        topics = new LiveTopics(versions, clock);
    }

    @Test
    void what_comes_too_early_waits_for_its_turn() {
        topics.follow(Set.of(about), ear);
        topics.heard(news(2));
        topics.heard(news(3));
        assertThat(ear.heard()).isEmpty();
        topics.heard(news(1));
        assertThat(ear.versions()).containsExactly(1L, 2L, 3L);
        assertThat(ear.timesMissed()).isZero();
    }

    @Test
    void what_comes_twice_is_heard_once() {
        topics.follow(Set.of(about), ear);
        topics.heard(news(1));
        topics.heard(news(1));
        assertThat(ear.versions()).containsExactly(1L);
    }

    @Test
    void after_a_gap_everything_is_loaded_anew() {
        topics.follow(Set.of(about), ear);
        topics.heard(news(1));
        topics.heard(news(3));
        topics.tick();
        assertThat(ear.timesMissed()).isZero();
        clock.show(clock.instant().plus(Duration.ofSeconds(3)));
        topics.tick();
        assertThat(ear.timesMissed()).isEqualTo(1);
        assertThat(ear.versions()).containsExactly(1L, 3L);
        topics.heard(news(4));
        assertThat(ear.versions()).endsWith(4L);
    }

    /// A lost last one leaves no gap behind which something comes.
    @Test
    void the_last_one_that_was_lost_is_missed_with_the_beat() {
        topics.follow(Set.of(about), ear);
        happened(1);
        topics.heard(news(1));
        happened(2);
        beat();
        assertThat(ear.timesMissed()).as("it may be on its way").isZero();
        beat();
        assertThat(ear.timesMissed()).isEqualTo(1);
        beat();
        assertThat(ear.timesMissed()).isEqualTo(1);
    }

    @Test
    void of_what_happened_before_somebody_follows_nothing_is_heard_or_missed() {
        happened(5);
        topics.follow(Set.of(about), ear);
        topics.heard(news(4));
        topics.heard(news(6));
        assertThat(ear.versions()).containsExactly(6L);
        assertThat(ear.timesMissed()).isZero();
    }

    @Test
    void whoever_follows_no_longer_hears_nothing_more() {
        Runnable stop = topics.follow(Set.of(about), ear);
        topics.heard(news(1));
        stop.run();
        topics.heard(news(2));
        assertThat(ear.versions()).containsExactly(1L);
    }

    /// As a page does when the rights of its reader change.
    @Test
    void whoever_follows_anew_and_then_no_longer_as_before_goes_on_hearing() {
        Runnable before = topics.follow(Set.of(about), ear);
        topics.follow(Set.of(about), ear);
        before.run();
        topics.heard(news(1));
        assertThat(ear.versions()).containsExactly(1L);
    }

    @Test
    void one_who_fails_keeps_no_other_from_hearing() {
        topics.follow(
                Set.of(about),
                new Ear() {
                    @Override
                    public synchronized void happened(Told told) {
                        throw new IllegalStateException("on purpose");
                    }
                });
        topics.follow(Set.of(about), ear);
        topics.heard(news(1));
        assertThat(ear.versions()).containsExactly(1L);
    }

    /// Eight write at once, a hundred read.
    @Test
    void a_hundred_who_follow_hear_the_same_in_the_same_order() throws Exception {
        List<Ear> ears = Stream.generate(Ear::new).limit(100).toList();
        List<Runnable> stops = ears.stream().map(one -> shared.follow(Set.of(about), one)).toList();
        List<Callable<Object>> writers =
                Stream.generate(() -> Executors.callable(() -> tell(25))).limit(8).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }
        List<Long> all = LongStream.rangeClosed(1, 200).boxed().toList();
        await().untilAsserted(() -> assertThat(ears).allMatch(one -> one.versions().equals(all)));
        assertThat(ears).allMatch(one -> one.timesMissed() == 0);
        stops.forEach(Runnable::run);
    }

    /// Somebody opens a page again and again while things happen: she follows, and then loads.
    @Test
    void a_page_that_is_opened_between_two_events_misses_none() throws Exception {
        Thread writer = Thread.ofVirtual().start(() -> tell(200));
        List<Ear> pages = new ArrayList<>();
        List<Long> loaded = new ArrayList<>();
        while (writer.isAlive()) {
            var page = new Ear();
            shared.follow(Set.of(about), page);
            pages.add(page);
            loaded.add(versions.of(Set.of(about)).get(about));
        }
        writer.join();
        assertThat(pages).hasSizeGreaterThan(5);
        for (int number = 0; number < pages.size(); number++) {
            Ear page = pages.get(number);
            long from = loaded.get(number) + 1;
            await().untilAsserted(() ->
                    assertThat(page.versions())
                            .containsAll(LongStream.rangeClosed(from, 200).boxed().toList()));
            assertThat(page.versions()).isSorted().doesNotHaveDuplicates();
            assertThat(page.timesMissed()).isZero();
        }
    }

    @Test
    void what_is_rolled_back_is_told_nobody() {
        shared.follow(Set.of(about), ear);
        transaction.executeWithoutResult(state -> {
            activities.tell(changed());
            state.setRollbackOnly();
        });
        tell(1);
        assertThat(ear.versions()).containsExactly(1L);
    }

    private void tell(int times) {
        IntStream.range(0, times)
                .forEach(_ -> transaction.executeWithoutResult(_ -> activities.tell(changed())));
    }

    private Activity changed() {
        return new MotionEvent.Changed(motion, Subject.ASSOCIATION);
    }

    private News news(long version) {
        return News.of(told(version));
    }

    private Told told(long version) {
        return new Told(changed(), Instant.EPOCH, Map.of(about, version));
    }

    /// So many are written down, and told nobody here.
    private void happened(long version) {
        jdbc.sql(
                        """
                        insert into topic_version values (?, ?)
                        on conflict (topic) do update set version = excluded.version
                        """)
                .params(about.name(), version)
                .update();
    }

    private void beat() {
        IntStream.range(0, LiveTopics.TICKS_BETWEEN_BEATS).forEach(_ -> topics.tick());
    }
}

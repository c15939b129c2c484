package org.rotfaden.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.association.AssociationEvent;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionId;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Who must not miss anything hears it in the end, and once in effect.
@WorkspaceTest
@Import(FollowersTests.Chronicle.class)
class FollowersTests {

    /// Writes down the newest version of one subject, and fails as often as it is told to.
    @TestComponent
    static class Chronicle {

        private volatile Subject subject = Subject.ASSOCIATION;
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicInteger heard = new AtomicInteger();
        private final ConcurrentHashMap<Subject, Long> newest = new ConcurrentHashMap<>();
        private final List<String> effects = new CopyOnWriteArrayList<>();
        private final List<String> threads = new CopyOnWriteArrayList<>();

        /// Other tests tell as well.
        void listenFor(Subject subject) {
            this.subject = subject;
            effects.clear();
            heard.set(0);
        }

        void fail(int times) {
            failures.set(times);
        }

        int heard() {
            return heard.get();
        }

        List<String> effects() {
            return effects;
        }

        List<String> threads() {
            return threads;
        }

        @Follows
        public void on(Told told) {
            if (!told.what().subject().equals(subject)) {
                return;
            }
            heard.incrementAndGet();
            threads.add(Thread.currentThread().getName());
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("on purpose");
            }
            long version = told.version(Topic.about(subject));
            newest.compute(
                    told.what().subject(),
                    (_, known) -> {
                        if (known != null && known >= version) {
                            return known;
                        }
                        effects.add(told.what().kind() + " " + version);
                        return version;
                    });
        }
    }

    @Autowired private Chronicle chronicle;
    @Autowired private Followers followers;
    @Autowired private Activities activities;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    private final MotionId motion = new MotionId(UUID.randomUUID());

    @BeforeEach
    void nothing_waits() {
        await().until(() -> followers.waiting() == 0);
        chronicle.listenFor(motion.subject());
    }

    @Test
    void it_is_heard_beside_whoever_did_it_and_not_kept() {
        tell();
        await().until(() -> chronicle.effects().equals(List.of("motion.changed 1")));
        assertThat(chronicle.threads()).allMatch(name -> name.startsWith("follower-"));
        await().until(() -> followers.waiting() == 0);
        assertThat(jdbc.sql("select count(*) from event_publication").query(Long.class).single())
                .isZero();
    }

    @Test
    void what_is_rolled_back_is_heard_by_nobody() {
        transaction.executeWithoutResult(state -> {
            activities.tell(changed());
            state.setRollbackOnly();
        });
        assertThat(followers.waiting()).isZero();
        assertThat(chronicle.heard()).isZero();
    }

    @Test
    void one_who_failed_hears_it_again_once_in_effect() {
        chronicle.fail(1);
        tell();
        await().until(() -> chronicle.heard() == 1);
        assertThat(followers.waiting()).isEqualTo(1);
        assertThat(chronicle.effects()).isEmpty();

        followers.tellAgain(Duration.ofMinutes(1));
        assertThat(chronicle.heard()).as("nothing that was told just now").isEqualTo(1);

        await().until(() -> {
            followers.tellAgain(Duration.ZERO);
            return followers.waiting() == 0;
        });
        assertThat(chronicle.effects()).containsExactly("motion.changed 1");
    }

    @Test
    void what_nobody_did_is_read_again_as_well() {
        chronicle.listenFor(Subject.ASSOCIATION);
        chronicle.fail(1);
        transaction.executeWithoutResult(_ -> activities.tell(new AssociationEvent.Founded()));
        await().until(() -> chronicle.heard() == 1);
        await().until(() -> {
            followers.tellAgain(Duration.ZERO);
            return followers.waiting() == 0;
        });
        assertThat(chronicle.effects()).hasSize(1);
    }

    /// What a server leaves behind that is killed in the middle of it.
    @Test
    void one_whose_server_was_killed_hears_it_again() {
        chronicle.fail(1);
        tell();
        await().until(() -> chronicle.heard() == 1 && followers.waiting() == 1);
        await().until(() ->
                jdbc.sql(
                                        """
                                        update event_publication set status = 'PROCESSING',
                                            publication_date = publication_date - interval '2 minutes',
                                            last_resubmission_date = publication_date - interval '2 minutes'
                                        where status = 'FAILED'
                                        """)
                                .update()
                        == 1);
        followers.tellAgain(Duration.ofMinutes(1));
        await().until(() -> followers.waiting() == 0);
        assertThat(chronicle.effects()).containsExactly("motion.changed 1");
    }

    @Test
    void what_fails_again_and_again_is_told_less_and_less_often() {
        chronicle.fail(100);
        tell();
        await().until(() -> chronicle.heard() == 1);
        for (int failures = 1; failures <= 5; failures++) {
            int before = failures;
            later(Duration.ofMinutes(1L << (failures - 1)).minusSeconds(10));
            followers.tellAgain(Duration.ofMinutes(1));
            assertThat(chronicle.heard()).as("too early, after %d", failures).isEqualTo(before);
            later(Duration.ofSeconds(20));
            followers.tellAgain(Duration.ofMinutes(1));
            await().until(() -> chronicle.heard() == before + 1);
        }
        chronicle.fail(0);
        later(Duration.ofDays(1));
        followers.tellAgain(Duration.ofMinutes(1));
        await().until(() -> followers.waiting() == 0);
        assertThat(chronicle.effects()).containsExactly("motion.changed 1");
    }

    /// What another version of the server wrote.
    @Test
    void what_cannot_be_read_keeps_nobody_from_hearing_the_rest() {
        chronicle.fail(1);
        tell();
        await().until(() -> failed() == 1);
        for (String event : List.of("{", "{\"@class\":\"org.rotfaden.Gone\"}")) {
            for (String type : List.of(Told.class.getName(), "org.rotfaden.Gone")) {
                jdbc.sql(
                                """
                                insert into event_publication
                                select gen_random_uuid(), listener_id, ?, ?,
                                    now() - number * interval '1 hour', null, 'PUBLISHED', 1, null
                                from event_publication, generate_series(1, 60) as number
                                where status = 'FAILED'
                                limit 60
                                """)
                        .params(type, event)
                        .update();
            }
        }
        jdbc.sql("update event_publication set completion_attempts = 2000 where status <> 'FAILED'")
                .update();
        later(Duration.ofDays(2));
        for (int round = 1; round <= 3; round++) {
            followers.tellAgain(Duration.ofMinutes(1));
        }
        await().until(() ->
                chronicle.effects().equals(List.of("motion.changed 1"))
                        && followers.waiting() == 240);
        jdbc.sql("delete from event_publication").update();
    }

    private long failed() {
        return jdbc.sql("select count(*) from event_publication where status = 'FAILED'")
                .query(Long.class)
                .single();
    }

    /// What waits has been told longer ago.
    private void later(Duration time) {
        jdbc.sql(
                        """
                        update event_publication set
                            publication_date = publication_date - ? * interval '1 second',
                            last_resubmission_date = last_resubmission_date - ? * interval '1 second'
                        """)
                .params(time.toSeconds(), time.toSeconds())
                .update();
    }

    @Test
    void what_comes_again_after_what_came_later_changes_nothing() {
        chronicle.fail(1);
        tell();
        await().until(() -> chronicle.heard() == 1);
        tell();
        await().until(() -> chronicle.effects().equals(List.of("motion.changed 2")));
        await().until(() -> {
            followers.tellAgain(Duration.ZERO);
            return followers.waiting() == 0;
        });
        assertThat(chronicle.heard()).isGreaterThanOrEqualTo(3);
        assertThat(chronicle.effects()).containsExactly("motion.changed 2");
    }

    private void tell() {
        transaction.executeWithoutResult(_ -> activities.tell(changed()));
    }

    private Activity changed() {
        return new MotionEvent.Changed(motion, Subject.ASSOCIATION);
    }
}

package org.rotfaden.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.rotfaden.beat.Beat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sees to it that those who follow ([Follows]) hear everything in the end. What one has failed at,
/// or not got to, it hears again after a while, from one node at a time.
@Component
public class Followers implements SmartLifecycle {

    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final int BATCH = 100;

    /// What failed just now is read beside what is due, and left for later.
    private static final int MOST_READ = 10 * BATCH;

    /// Nothing that was told just now: somebody may be at it.
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /// One node at a time, in the whole database.
    private static final long LOCK = 0x726f7466_666f6c6cL;

    private static final Logger log = LoggerFactory.getLogger(Followers.class);

    private final IncompleteEventPublications incomplete;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Beat rounds = new Beat("tell-again", ROUND, () -> tellAgain(PAUSE));

    Followers(
            IncompleteEventPublications incomplete,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.incomplete = incomplete;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// How many things have still to be heard by somebody.
    public long waiting() {
        return jdbc.sql("select count(*) from event_publication where completion_date is null")
                .query(Long.class)
                .single();
    }

    /// Tells again what somebody has failed at or not got to.
    ///
    /// @param pause after which it is told again for the first time; every failure doubles it
    void tellAgain(Duration pause) {
        transaction.executeWithoutResult(_ -> {
            if (jdbc.sql("select pg_try_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single()) {
                CompletableFuture.runAsync(() -> resubmit(pause), Thread::startVirtualThread)
                        .join();
            }
        });
    }

    /// In a thread of its own: it commits while the lock is held. The registry tells again what
    /// counts as failed; so that is what is due, and nothing else.
    private void resubmit(Duration pause) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Set<UUID> due = due(pause, now);
        Set<UUID> told = new HashSet<>();
        jdbc.sql(
                        """
                        update event_publication
                        set status = case when id = any(:due) then 'FAILED' else 'PROCESSING' end
                        where completion_date is null and (status = 'FAILED') <> (id = any(:due))
                        """)
                .param("due", due.toArray(UUID[]::new))
                .update();
        incomplete.resubmitIncompletePublications(
                ResubmissionOptions.defaults()
                        .withMinAge(Duration.ZERO)
                        .withBatchSize(MOST_READ)
                        .withFilter(publication ->
                                due.contains(publication.getIdentifier())
                                        && isReadable(publication)
                                        && told.add(publication.getIdentifier())));
        due.removeAll(told);
        countAsTried(due, now);
    }

    /// What waits for somebody who is not at it any more: the longest first, so that nothing that
    /// fails again and again stands before the rest.
    private Set<UUID> due(Duration pause, OffsetDateTime now) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select id from event_publication
                                where completion_date is null
                                    and coalesce(last_resubmission_date, publication_date)
                                        + least(:pause * power(2, least(completion_attempts, 20) - 1), :longest)
                                            * interval '1 second' <= :now
                                order by coalesce(last_resubmission_date, publication_date)
                                limit :batch
                                """)
                        .param("pause", pause.toSeconds())
                        .param("longest", LONGEST_PAUSE.toSeconds())
                        .param("now", now)
                        .param("batch", BATCH)
                        .query(UUID.class)
                        .list());
    }

    /// What an older or a newer version wrote may be unreadable for this one. It stays.
    private static boolean isReadable(EventPublication publication) {
        try {
            publication.getEvent();
            return true;
        } catch (RuntimeException unreadable) {
            log.warn("What happened cannot be read again: {}", publication.getIdentifier());
            return false;
        }
    }

    /// What could not be told comes again as late as if it had failed.
    private void countAsTried(Set<UUID> untold, OffsetDateTime now) {
        jdbc.sql(
                        """
                        update event_publication set status = 'PROCESSING',
                            completion_attempts = completion_attempts + 1,
                            last_resubmission_date = :now
                        where id = any(:untold) and status = 'FAILED'
                        """)
                .param("untold", untold.toArray(UUID[]::new))
                .param("now", now)
                .update();
    }

    @Override
    public void start() {
        rounds.start();
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.isRunning();
    }
}

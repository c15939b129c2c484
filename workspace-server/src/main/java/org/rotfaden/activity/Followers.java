package org.rotfaden.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private @Nullable ScheduledExecutorService rounds;

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
    /// counts as failed, the oldest first. What somebody was at when her server died is made to
    /// count; what was tried just now is kept from it, so that what fails again and again does not
    /// stand before the rest.
    private void resubmit(Duration pause) {
        jdbc.sql(
                        """
                        update event_publication
                        set status = case status when 'FAILED' then 'PROCESSING' else 'FAILED' end
                        where completion_date is null
                            and (status = 'FAILED') <>
                                (coalesce(last_resubmission_date, publication_date)
                                    + least(:pause * power(2, completion_attempts - 1), :longest)
                                        * interval '1 second' <= :now)
                        """)
                .param("pause", pause.toSeconds())
                .param("longest", LONGEST_PAUSE.toSeconds())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        incomplete.resubmitIncompletePublications(
                ResubmissionOptions.defaults().withMinAge(pause).withBatchSize(BATCH));
    }

    private void round() {
        try {
            tellAgain(PAUSE);
        } catch (RuntimeException failure) {
            log.warn("What was not heard could not be told again", failure);
        }
    }

    @Override
    public void start() {
        rounds =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("tell-again").factory());
        var _ =
                rounds.scheduleWithFixedDelay(
                        this::round, ROUND.toMillis(), ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        if (rounds != null) {
            rounds.shutdownNow();
            rounds = null;
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}

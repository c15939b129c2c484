package org.rotfaden;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.BrokenRule;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets others come while somebody has done something and not committed it: the moment at which
/// whoever asks first and locks later goes wrong. The others go on until each has ended or waits
/// for a lock of the database; only then is the first one committed.
public final class AtTheSameMoment {

    /// What became of one of them: a result, or the rule that was in the way.
    public record Outcome<T>(@Nullable T result, @Nullable BrokenRule rule) {

        public boolean succeeded() {
            return rule == null;
        }

        public Optional<String> refusal() {
            return Optional.ofNullable(rule).map(BrokenRule::code);
        }
    }

    /// Who waits for one, or for somebody who waits for her.
    private static final String WAITING =
            """
            with recursive waiting(pid) as (
                select ? union
                select behind.pid from pg_stat_activity behind
                join waiting on waiting.pid = any (pg_blocking_pids(behind.pid)))
            select count(*) - 1 from waiting
            """;

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    public AtTheSameMoment(ApplicationContext workspace) {
        this.transaction = workspace.getBean(TransactionTemplate.class);
        this.jdbc = workspace.getBean(JdbcClient.class);
    }

    /// The others come when the first one has done it and not committed.
    ///
    /// @return what became of each, the first one first
    /// @throws AssertionError when something else than a rule was in the way
    public <T> List<Outcome<T>> all(Callable<T> first, List<Callable<T>> others) {
        return run(
                othersCome -> {
                    T done = first.call();
                    othersCome.run();
                    return done;
                },
                others);
    }

    /// The others come when the first one has taken some locks and not done it: none of them may
    /// hold, while it waits, what the first one still needs.
    public <T> List<Outcome<T>> whileHolding(
            Runnable locks, Callable<T> first, List<Callable<T>> others) {
        return run(
                othersCome -> {
                    locks.run();
                    othersCome.run();
                    return first.call();
                },
                others);
    }

    /// What comes of the second thing, which begins when the first one is done and not committed.
    ///
    /// @throws BrokenRule when a rule is in its way
    public <T> T meanwhile(Runnable first, Callable<T> second) {
        var result = new AtomicReference<T>();
        Outcome<Boolean> outcome =
                all(
                                () -> {
                                    first.run();
                                    return true;
                                },
                                List.of(() -> {
                                    result.set(second.call());
                                    return true;
                                }))
                        .getLast();
        if (outcome.rule() != null) {
            throw outcome.rule();
        }
        return result.get();
    }

    private interface Held<T> {

        /// @param othersCome returns when each of the others has ended or waits
        T call(Runnable othersCome) throws Exception;
    }

    private <T> List<Outcome<T>> run(Held<T> first, List<Callable<T>> others) {
        var come = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome<T>>> following =
                    others.stream()
                            .map(doing ->
                                    threads.submit(() -> {
                                        come.await();
                                        return outcome(doing);
                                    }))
                            .toList();
            Runnable gate =
                    () -> {
                        come.countDown();
                        awaitEndOrWait(ownConnection(), threads, following);
                    };
            Future<Outcome<T>> held =
                    threads.submit(() -> {
                        try {
                            return held(first, gate);
                        } finally {
                            come.countDown(); // whoever fails early lets the others come all
                            // the same
                        }
                    });
            return Stream.concat(Stream.of(held), following.stream())
                    .map(AtTheSameMoment::of)
                    .toList();
        }
    }

    private <T> Outcome<T> held(Held<T> doing, Runnable othersCome) {
        return requireNonNull(
                transaction.execute(status -> {
                    Outcome<T> outcome = outcome(() -> doing.call(othersCome));
                    if (!outcome.succeeded()) {
                        status.setRollbackOnly();
                    }
                    return outcome;
                }));
    }

    /// Asks on a connection of its own: inside a transaction the answer would stay the same.
    private void awaitEndOrWait(
            int first, ExecutorService threads, List<? extends Future<?>> following) {
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    long running = following.stream().filter(each -> !each.isDone()).count();
                    return running == 0 || threads.submit(() -> waitingFor(first)).get() >= running;
                });
    }

    private int ownConnection() {
        return jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
    }

    private long waitingFor(int connection) {
        return jdbc.sql(WAITING).param(connection).query(Long.class).single();
    }

    private static <T> Outcome<T> outcome(Callable<T> doing) {
        try {
            return new Outcome<>(doing.call(), null);
        } catch (BrokenRule rule) {
            return new Outcome<>(null, rule);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static <T> Outcome<T> of(Future<Outcome<T>> running) {
        try {
            return running.get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }
}

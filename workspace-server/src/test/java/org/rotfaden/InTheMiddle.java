package org.rotfaden;

import static org.awaitility.Awaitility.await;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets somebody begin something while somebody else has done another thing that is not committed
/// yet: the order that is hardest to get right, and no luck.
public final class InTheMiddle {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public InTheMiddle(ApplicationContext workspace) {
        jdbc = workspace.getBean(JdbcClient.class);
        transaction = workspace.getBean(TransactionTemplate.class);
    }

    /// What comes of the second thing, which begins when the first one is done, and before it is
    /// committed. It goes on as far as it can: to its end, or to where it has to wait.
    public <T> T of(Runnable first, Callable<T> second) {
        var running = new AtomicReference<Future<T>>();
        try (var thread = Executors.newSingleThreadExecutor()) {
            transaction.executeWithoutResult(_ -> {
                first.run();
                Future<T> begun = thread.submit(second);
                running.set(begun);
                await().until(() -> begun.isDone() || somebodyWaits());
            });
            return running.get().get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException rule
                    ? rule
                    : new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}

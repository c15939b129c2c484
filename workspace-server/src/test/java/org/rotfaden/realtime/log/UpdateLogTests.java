package org.rotfaden.realtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.DocumentNotFound;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

@WorkspaceTest
class UpdateLogTests {

    @Autowired private UpdateLog log;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private Association association;

    @Test
    void sequences_have_no_gaps_and_keep_the_order_of_calls() {
        MemberId author = association.bekir().id();
        List<DocumentId> documents = List.of(document(author), document(author), document(author));
        List<CompletableFuture<Long>> appends =
                IntStream.range(0, 600)
                        .mapToObj(number ->
                                log.append(documents.get(number % 3), bytes(number), author))
                        .toList();
        appends.forEach(CompletableFuture::join);
        for (int which = 0; which < 3; which++) {
            List<LoggedUpdate> updates = log.after(documents.get(which), 1);
            assertThat(updates.stream().map(LoggedUpdate::sequence))
                    .containsExactlyElementsOf(LongStream.rangeClosed(2, 201).boxed().toList());
            for (int at = 0; at < 200; at++) {
                assertThat(updates.get(at).bytes()).isEqualTo(bytes(at * 3 + which));
            }
        }
    }

    /// Of all threads of all nodes: the lock is one of the database.
    @Test
    void work_that_somebody_is_at_is_not_done_twice_and_keeps_nobody_from_writing() {
        MemberId author = association.bekir().id();
        DocumentId document = document(author);
        AtomicBoolean other = new AtomicBoolean(true);
        AtomicBoolean another = new AtomicBoolean();
        boolean done =
                log.alone(
                        "snapshot",
                        document,
                        () -> {
                            other.set(elsewhere(() -> log.alone("snapshot", document, () -> {})));
                            another.set(elsewhere(() -> log.alone("telling", document, () -> {})));
                            log.append(document, new byte[] {7}, author).join();
                        });
        assertThat(done).isTrue();
        assertThat(other).isFalse();
        assertThat(another).isTrue();
    }

    private static boolean elsewhere(Supplier<Boolean> asked) {
        return CompletableFuture.supplyAsync(asked).join();
    }

    @Test
    void an_acknowledged_update_is_durable() {
        MemberId author = association.bekir().id();
        DocumentId document = document(author);
        long sequence = log.append(document, new byte[] {7}, author).join();
        assertThat(
                        jdbc.sql(
                                        "select bytes from live_document_update where document_id ="
                                                + " ? and sequence = ?")
                                .params(document.value(), sequence)
                                .query(byte[].class)
                                .single())
                .containsExactly(7);
    }

    @Test
    void appending_to_a_document_that_is_gone_fails_and_holds_nobody_up() {
        MemberId author = association.bekir().id();
        CompletableFuture<Long> lost = log.append(DocumentId.random(), new byte[] {1}, author);
        CompletableFuture<Long> kept = log.append(document(author), new byte[] {1}, author);
        assertThat(kept.join()).isEqualTo(2);
        assertThatThrownBy(lost::join).hasCauseInstanceOf(DocumentNotFound.class);
    }

    @Test
    void what_the_database_does_not_take_is_not_confirmed_and_tried_again() {
        MemberId author = association.bekir().id();
        DocumentId document = document(author);
        var moody =
                new MoodyTransactions(
                        transactions,
                        new AtomicInteger(),
                        new CannotCreateTransactionException("on purpose"));
        var commits = new GroupCommit(jdbc, new TransactionTemplate(moody), Clock.systemUTC());
        CompletableFuture<Long> kept = commits.append(document, new byte[] {5}, author);
        commits.start();
        assertThat(kept.join()).isEqualTo(2);
        assertThat(moody.attempts()).hasValue(3);
        commits.stop();
        assertThat(log.after(document, 1)).hasSize(1);
    }

    @Test
    void no_failure_of_whatever_kind_ends_the_writing() {
        MemberId author = association.bekir().id();
        DocumentId document = document(author);
        for (Throwable failure :
                List.of(new IllegalStateException("on purpose"), new StackOverflowError())) {
            var moody = new MoodyTransactions(transactions, new AtomicInteger(), failure);
            var commits = new GroupCommit(jdbc, new TransactionTemplate(moody), Clock.systemUTC());
            commits.start();
            assertThat(commits.append(document, new byte[] {5}, author).join()).isPositive();
            assertThat(commits.waitingBytes()).isZero();
            commits.stop();
        }
    }

    @Test
    void who_stops_while_the_database_is_gone_waits_for_nothing_and_confirms_nothing() {
        MemberId author = association.bekir().id();
        var attempts = new AtomicInteger(Integer.MIN_VALUE);
        var gone =
                new MoodyTransactions(
                        transactions, attempts, new CannotCreateTransactionException("gone"));
        var commits = new GroupCommit(jdbc, new TransactionTemplate(gone), Clock.systemUTC());
        commits.start();
        CompletableFuture<Long> first = commits.append(document(author), new byte[] {5}, author);
        await().until(() -> attempts.get() > Integer.MIN_VALUE);
        CompletableFuture<Long> second = commits.append(document(author), new byte[] {6}, author);
        Thread stop = Thread.startVirtualThread(commits::stop);
        await().atMost(Duration.ofSeconds(1)).until(() -> !stop.isAlive());
        assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void a_small_update_counts_with_what_it_takes_in_memory() {
        var commits = new GroupCommit(jdbc, transaction, Clock.systemUTC());
        var author = new MemberId(UUID.randomUUID());
        for (int update = 0; update < 1_000; update++) {
            var _ = commits.append(DocumentId.random(), new byte[] {1}, author);
        }
        assertThat(commits.waitingBytes()).isGreaterThan(500_000);
    }

    @Test
    void first_content_comes_only_with_the_transaction_that_creates_the_row() {
        assertThatThrownBy(() ->
                        log.create(
                                DocumentId.random(),
                                subject(),
                                new byte[] {1},
                                association.anna().id()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void loading_takes_the_newest_snapshot_and_what_follows_it() {
        MemberId author = association.bekir().id();
        DocumentId document = document(author);
        log.append(document, new byte[] {2}, author).join();
        log.keepSnapshot(document, new LoggedUpdate(2, new byte[] {9}));
        log.append(document, new byte[] {3}, author).join();
        StoredDocument stored = log.load(document);
        assertThat(stored.snapshot()).containsExactly(9);
        assertThat(stored.snapshotSequence()).isEqualTo(2);
        assertThat(stored.sequence()).isEqualTo(3);
        assertThat(stored.tailBytes()).isEqualTo(1);
        assertThat(log.after(document, 0)).as("the log is never cut").hasSize(3);
    }

    @Test
    void however_much_was_written_some_megabytes_of_it_are_read_at_once() {
        MemberId author = association.bekir().id();
        DocumentId document = document(author);
        for (int update = 0; update < 5; update++) {
            log.append(document, new byte[3 << 20], author).join();
        }
        assertThat(log.after(document, 1))
                .extracting(LoggedUpdate::sequence)
                .containsExactly(2L, 3L);
        var shown = new ArrayList<Long>();
        log.replay(document, 1, 5, update -> shown.add(update.sequence()));
        assertThat(shown).containsExactly(2L, 3L, 4L, 5L);
    }

    private DocumentId document(MemberId author) {
        DocumentId document = DocumentId.random();
        transaction.executeWithoutResult(
                _ -> log.create(document, subject(), new byte[] {0, 0}, author));
        return document;
    }

    private static Subject subject() {
        return new Subject("test", UUID.randomUUID());
    }

    private static byte[] bytes(int number) {
        return new byte[] {(byte) number, (byte) (number >> 8)};
    }

    /// A database that cannot be reached for the first two times.
    private record MoodyTransactions(
            PlatformTransactionManager real, AtomicInteger attempts, Throwable failure)
            implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            if (attempts.incrementAndGet() <= 2) {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
            return real.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            real.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            real.rollback(status);
        }
    }
}

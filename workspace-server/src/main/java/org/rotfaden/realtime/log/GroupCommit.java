package org.rotfaden.realtime.log;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.DocumentNotFound;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Writes the appends of all rooms: whatever waits while one transaction commits goes into the next
/// one, so that a busy moment costs one flush to disk and not one per keystroke.
@Component
class GroupCommit implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST_UPDATES = 2_000;

    /// What a waiting update takes in memory beside its bytes, counting what waits for it in turn.
    private static final int AROUND_AN_UPDATE = 512;

    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private record Append(
            DocumentId document, byte[] update, MemberId author, CompletableFuture<Long> durable) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LinkedBlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong waitingBytes = new AtomicLong();
    private volatile CountDownLatch stopping = new CountDownLatch(0);
    private Thread writer = Thread.ofVirtual().unstarted(() -> {});

    GroupCommit(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    CompletableFuture<Long> append(DocumentId document, byte[] update, MemberId author) {
        var append = new Append(document, update, author, new CompletableFuture<>());
        waitingBytes.addAndGet(sizeOf(append));
        waiting.add(append);
        return append.durable();
    }

    long waitingBytes() {
        return waitingBytes.get();
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        writer = Thread.ofPlatform().name("update-log").daemon().start(this::writeUntilStopped);
    }

    /// Ends after what waits was written. What the database does not take now is given up: its
    /// authors have not been told that it is saved, and send it again.
    @Override
    public void stop() {
        stopping.countDown();
        try {
            writer.join(LONGEST_STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return stopping.getCount() > 0;
    }

    /// Before the rooms start, after they stop.
    @Override
    public int getPhase() {
        return 0;
    }

    private void writeUntilStopped() {
        try {
            while (isRunning() || !waiting.isEmpty()) {
                List<Append> batch = nextBatch();
                if (!batch.isEmpty()) {
                    commit(batch);
                }
            }
        } catch (InterruptedException givenUp) {
            log.error(
                    "The update log stops while the database does not answer; what waits was never"
                            + " called saved");
        }
    }

    private List<Append> nextBatch() throws InterruptedException {
        List<Append> batch = new ArrayList<>();
        Append first = waiting.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, MOST_UPDATES - 1);
        }
        return batch;
    }

    /// Tries until the database takes the batch, whatever it fails with. What the database refuses
    /// for itself, and would refuse again, fails alone and holds nobody up.
    ///
    /// @throws InterruptedException when the server stops before
    private void commit(List<Append> batch) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                complete(batch, transaction.execute(_ -> write(batch)));
                return;
            } catch (DataIntegrityViolationException refused) {
                if (batch.size() == 1) {
                    fail(batch.getFirst(), refused);
                } else {
                    for (Append append : batch) {
                        commit(List.of(append));
                    }
                }
                return;
            } catch (RuntimeException | Error failure) {
                log.error(
                        "The update log cannot be written; {} updates wait and are tried again: {}",
                        batch.size() + waiting.size(),
                        NestedExceptionUtils.getMostSpecificCause(failure).toString());
                pause(pause);
                pause =
                        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                                ? pause.multipliedBy(2)
                                : LONGEST_PAUSE;
            }
        }
    }

    private void pause(Duration duration) throws InterruptedException {
        if (stopping.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopping");
        }
    }

    private void fail(Append append, RuntimeException reason) {
        waitingBytes.addAndGet(-sizeOf(append));
        append.durable().completeExceptionally(reason);
    }

    private void complete(List<Append> batch, Map<DocumentId, Long> lastBefore) {
        Map<DocumentId, Long> sequences = new HashMap<>(lastBefore);
        for (Append append : batch) {
            waitingBytes.addAndGet(-sizeOf(append));
            if (sequences.containsKey(append.document())) {
                append.durable().complete(sequences.merge(append.document(), 1L, Long::sum));
            } else {
                append.durable().completeExceptionally(new DocumentNotFound(append.document()));
            }
        }
    }

    /// Numbers and inserts a batch under the locks of its documents' rows.
    ///
    /// @return each existing document's last sequence before this batch
    private Map<DocumentId, Long> write(List<Append> batch) {
        Map<DocumentId, Long> lastBefore = lockedSequences(batch);
        Map<DocumentId, Long> next = new HashMap<>(lastBefore);
        List<Append> known =
                batch.stream().filter(append -> lastBefore.containsKey(append.document())).toList();
        List<Long> sequences =
                known.stream().map(append -> next.merge(append.document(), 1L, Long::sum)).toList();
        insert(known, sequences);
        advance(next);
        return lastBefore;
    }

    private Map<DocumentId, Long> lockedSequences(List<Append> batch) {
        Map<DocumentId, Long> sequences = new HashMap<>();
        jdbc.sql(
                        """
                        select id, last_sequence from live_document
                        where id = any (?::text[]::uuid[]) order by id for update
                        """)
                .param(texts(batch.stream().map(Append::document).distinct().toList()))
                .query(row -> {
                    sequences.put(
                            Columns.id(row, "id", DocumentId::new), row.getLong("last_sequence"));
                });
        return sequences;
    }

    private void insert(List<Append> appends, List<Long> sequences) {
        jdbc.sql(
                        """
                        insert into live_document_update (document_id, sequence, bytes, author_id, recorded_at)
                        select document::uuid, sequence, bytes, author::uuid, ?
                        from unnest(?::text[], ?::bigint[], ?::bytea[], ?::text[])
                            as added (document, sequence, bytes, author)
                        """)
                .params(
                        clock.instant().atOffset(ZoneOffset.UTC),
                        texts(appends.stream().map(Append::document).toList()),
                        sequences.toArray(Long[]::new),
                        appends.stream().map(Append::update).toArray(byte[][]::new),
                        texts(appends.stream().map(Append::author).toList()))
                .update();
    }

    private void advance(Map<DocumentId, Long> sequences) {
        List<DocumentId> documents = List.copyOf(sequences.keySet());
        jdbc.sql(
                        """
                        update live_document set last_sequence = newest.sequence
                        from unnest(?::text[], ?::bigint[]) as newest (document, sequence)
                        where live_document.id = newest.document::uuid
                        """)
                .params(
                        texts(documents),
                        documents.stream().map(sequences::get).toArray(Long[]::new))
                .update();
    }

    private static int sizeOf(Append append) {
        return AROUND_AN_UPDATE + append.update().length;
    }

    private static String[] texts(List<?> ids) {
        return ids.stream().map(Object::toString).toArray(String[]::new);
    }
}

package org.rotfaden.realtime.log;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rotfaden.realtime.DocumentEvent;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.DocumentNotFound;
import org.rotfaden.realtime.Writing;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The log of all live documents: append only, numbered per document without gaps.
@Component
public class UpdateLog {

    private static final RowMapper<LoggedUpdate> UPDATE =
            (row, _) -> new LoggedUpdate(row.getLong("sequence"), row.getBytes("bytes"));

    /// So many updates of a document tell who writes it.
    private static final int LOOKED_AT = 200;

    /// So much is read at once, and one update more, in bytes.
    private static final long AT_ONCE = 4L << 20;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final GroupCommit groupCommit;

    UpdateLog(JdbcClient jdbc, Clock clock, GroupCommit groupCommit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.groupCommit = groupCommit;
    }

    /// Creates a document whose first update is its first content. There is no other way to give a
    /// document first content, so it cannot come twice.
    @Transactional(propagation = Propagation.MANDATORY)
    public void create(DocumentId document, Subject subject, byte[] firstContent, MemberId author) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql(
                        """
                        insert into live_document (id, subject_type, subject_id, last_sequence, created_at)
                        values (?, ?, ?, 1, ?)
                        """)
                .params(document.value(), subject.type(), subject.id(), now)
                .update();
        jdbc.sql("insert into live_document_told values (?, 1)").param(document.value()).update();
        jdbc.sql(
                        """
                        insert into live_document_update (document_id, sequence, bytes, author_id, recorded_at)
                        values (?, 1, ?, ?, ?)
                        """)
                .params(document.value(), firstContent, author.value(), now)
                .update();
    }

    /// Appends an update together with all that wait at this moment. Updates of one caller are
    /// appended in the order of its calls.
    ///
    /// @return completes with the update's sequence once it is durable; fails with
    ///   [DocumentNotFound] when the document is gone. While the database cannot be reached it
    ///   stays open, and the append is tried again.
    public CompletableFuture<Long> append(DocumentId document, byte[] update, MemberId author) {
        return groupCommit.append(document, update, author);
    }

    /// Who wrote in some documents since a moment, for each of its writers the last time; of each
    /// document only its last updates are looked at, and not its first content.
    public List<Writing> writings(Collection<DocumentId> documents, Instant since) {
        return jdbc.sql(
                        """
                        select asked.id, author_id, max(recorded_at) as last
                        from unnest(?::uuid[]) as asked (id),
                            lateral (
                                select author_id, recorded_at from live_document_update
                                where document_id = asked.id and sequence > 1 order by sequence desc limit ?) as written
                        where recorded_at >= ?
                        group by asked.id, author_id order by last desc
                        """)
                .params(
                        documents.stream().map(DocumentId::value).toArray(UUID[]::new),
                        LOOKED_AT,
                        since.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Writing(
                                Columns.id(row, "id", DocumentId::new),
                                Columns.id(row, "author_id", MemberId::new),
                                row.getTimestamp("last").toInstant()))
                .list();
    }

    /// The memory taken by what waits to become durable; grows while the database does not answer.
    public long waitingBytes() {
        return groupCommit.waitingBytes();
    }

    /// The document as of the newest durable update.
    ///
    /// @throws DocumentNotFound when there is no such document
    @Transactional(readOnly = true)
    public StoredDocument load(DocumentId document) {
        Subject subject = subjectOf(document).orElseThrow(() -> new DocumentNotFound(document));
        LoggedUpdate snapshot = newestSnapshot(document);
        long from = snapshot == null ? 0 : snapshot.sequence();
        return jdbc.sql(
                        """
                        select coalesce(max(sequence), :from) as last,
                            coalesce(sum(octet_length(bytes)), 0) as bytes
                        from live_document_update where document_id = :document and sequence > :from
                        """)
                .param("document", document.value())
                .param("from", from)
                .query((row, _) ->
                        new StoredDocument(
                                subject,
                                snapshot == null ? null : snapshot.bytes(),
                                from,
                                row.getLong("last"),
                                row.getLong("bytes")))
                .single();
    }

    /// Shows the updates after a sequence and up to another one, in order. However many there are,
    /// some megabytes of them are held at once.
    public void replay(DocumentId document, long after, long upTo, Consumer<LoggedUpdate> shown) {
        long from = after;
        while (from < upTo) {
            List<LoggedUpdate> some = someAfter(document, from, upTo);
            some.forEach(shown);
            from = some.isEmpty() ? upTo : some.getLast().sequence();
        }
    }

    private List<LoggedUpdate> someAfter(DocumentId document, long after, long upTo) {
        return jdbc.sql(
                        """
                        select sequence, bytes from live_document_update
                        where document_id = :document and sequence > :after and sequence <= (
                            select max(sequence) from (
                                select sequence,
                                    sum(octet_length(bytes)) over (order by sequence) - octet_length(bytes) as before
                                from live_document_update
                                where document_id = :document and sequence > :after and sequence <= :up_to
                            ) counted where before < :most)
                        order by sequence
                        """)
                .param("document", document.value())
                .param("after", after)
                .param("up_to", upTo)
                .param("most", AT_ONCE)
                .query(UPDATE)
                .list();
    }

    /// The first of the updates that follow a sequence, in order; some megabytes of them.
    public List<LoggedUpdate> after(DocumentId document, long sequence) {
        return someAfter(document, sequence, Long.MAX_VALUE);
    }

    /// How much of what is stored of a document is held at once while it is read, in bytes.
    public long heldWhileRead(DocumentId document) {
        return jdbc.sql(
                                """
                                select coalesce(max(octet_length(bytes)), 0) from live_document_snapshot
                                where document_id = ?
                                """)
                        .param(document.value())
                        .query(Long.class)
                        .single()
                + AT_ONCE;
    }

    /// The documents of a subject.
    public Set<DocumentId> documentsOf(Subject subject) {
        return Set.copyOf(
                jdbc.sql("select id from live_document where subject_type = ? and subject_id = ?")
                        .params(subject.type(), subject.id())
                        .query(Columns.ids("id", DocumentId::new))
                        .list());
    }

    public Optional<Subject> subjectOf(DocumentId document) {
        return jdbc.sql("select subject_type, subject_id from live_document where id = ?")
                .param(document.value())
                .query((row, _) -> Columns.subject(row, "subject"))
                .optional();
    }

    /// Keeps the state after an update, and the one snapshot before it in case this one is damaged.
    @Transactional
    public void keepSnapshot(DocumentId document, LoggedUpdate state) {
        jdbc.sql(
                        """
                        insert into live_document_snapshot (document_id, sequence, bytes, taken_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        document.value(),
                        state.sequence(),
                        state.bytes(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        """
                        delete from live_document_snapshot where document_id = :document and sequence not in (
                            select sequence from live_document_snapshot
                            where document_id = :document order by sequence desc limit 2)
                        """)
                .param("document", document.value())
                .update();
    }

    /// Documents with changes before this moment of which their owner was not told, for example
    /// because telling failed or the server was killed in between; the oldest first.
    public List<UntoldChange> untold(Instant before) {
        return jdbc.sql(
                        """
                        select document.id, document.last_sequence
                        from live_document document
                        join live_document_told told on told.document_id = document.id
                        join live_document_update first_untold
                            on first_untold.document_id = document.id
                            and first_untold.sequence = told.sequence + 1
                        where document.last_sequence > told.sequence and first_untold.recorded_at <= ?
                        order by first_untold.recorded_at
                        """)
                .param(before.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new UntoldChange(
                                Columns.id(row, "id", DocumentId::new),
                                row.getLong("last_sequence")))
                .list();
    }

    /// How far the logs of some documents go.
    public Map<DocumentId, Long> lastSequences(Collection<DocumentId> documents) {
        Map<DocumentId, Long> last = new HashMap<>();
        jdbc.sql("select id, last_sequence from live_document where id = any(?)")
                .param(documents.stream().map(DocumentId::value).toArray(UUID[]::new))
                .query(row -> {
                    last.put(Columns.id(row, "id", DocumentId::new), row.getLong("last_sequence"));
                });
        return last;
    }

    /// Does some work on a document in a transaction, unless another thread of any node is at it.
    ///
    /// @param work keeps nobody from any other work, nor from appending
    /// @return whether it was done
    @Transactional
    public boolean alone(String work, DocumentId document, Runnable doing) {
        boolean isAlone =
                jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 0))")
                        .param(work + " " + document.value())
                        .query(Boolean.class)
                        .single();
        if (isAlone) {
            doing.run();
        }
        return isAlone;
    }

    /// Whether the owner of a document has still to be told of the change with this sequence.
    public boolean isUntold(DocumentId document, long sequence) {
        return jdbc.sql("select sequence < ? from live_document_told where document_id = ?")
                .params(sequence, document.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// What there is to tell of the change with this sequence; nothing when the document is gone.
    public Optional<DocumentEvent.Changed> changeAt(DocumentId document, long sequence) {
        return jdbc.sql(
                        """
                        select subject_type, subject_id, recorded_at
                        from live_document join live_document_update on document_id = id
                        where id = ? and sequence = ?
                        """)
                .params(document.value(), sequence)
                .query((row, _) ->
                        new DocumentEvent.Changed(
                                document,
                                Columns.subject(row, "subject"),
                                row.getTimestamp("recorded_at").toInstant()))
                .optional();
    }

    public void markTold(DocumentId document, long sequence) {
        jdbc.sql(
                        """
                        update live_document_told set sequence = greatest(sequence, ?)
                        where document_id = ?
                        """)
                .params(sequence, document.value())
                .update();
    }

    private @Nullable LoggedUpdate newestSnapshot(DocumentId document) {
        return jdbc.sql(
                        """
                        select sequence, bytes from live_document_snapshot
                        where document_id = ? order by sequence desc limit 1
                        """)
                .param(document.value())
                .query(UPDATE)
                .optional()
                .orElse(null);
    }
}

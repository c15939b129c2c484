package org.rotfaden.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The audit trail (Prüfpfad). It holds ids only; whoever erases a member leaves numbers behind
/// that say nothing.
@Service
public class AuditTrail {

    /// One writer at a time in the whole database, until its transaction ends.
    private static final long LOCK = 0x726f7466_6164656eL;

    /// Later than any entry, and what the database can still compare.
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private static final RowMapper<AuditEntry> ENTRY = (row, _) -> AuditChain.entry(row);

    /// The end of the chain, to which the next entry is tied.
    private record End(long sequence, byte[] hash) {}

    private final JdbcClient jdbc;
    private final AuditChain chain;
    private final Permissions permissions;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, AuditChain chain, Permissions permissions, Clock clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.permissions = permissions;
        this.clock = clock;
    }

    /// Writes down what somebody does, in the transaction that does it.
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(MemberId by, String action, Subject subject) {
        atCommit(() -> append(by, action, subject, null));
    }

    /// Writes down what somebody does to somebody or something else.
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(MemberId by, String action, Subject subject, UUID concerned) {
        atCommit(() -> append(by, action, subject, concerned));
    }

    /// Writers of the trail wait for each other, so whoever writes has done everything else before:
    /// two who wait for each other's rows as well would wait for ever.
    private static void atCommit(Runnable append) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {

                    // Before what happened is told, for which writers wait for each other as well.
                    @Override
                    public int getOrder() {
                        return Ordered.LOWEST_PRECEDENCE - 1;
                    }

                    @Override
                    public void beforeCommit(boolean readOnly) {
                        append.run();
                    }
                });
    }

    private void append(MemberId by, String action, Subject subject, @Nullable UUID concerned) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, _) -> 1).list();
        End end = end();
        long sequence = end.sequence() + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var entry = new AuditEntry(sequence, now, by, action, subject, concerned);
        jdbc.sql("insert into audit_entry values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(sequence)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(by.value())
                .param(action)
                .param(subject.type())
                .param(subject.id())
                .param(concerned)
                .param(ChainHash.of(end.hash(), entry))
                .update();
    }

    /// The last things that were done, the newest first.
    ///
    /// @param after how many to leave out at the beginning
    /// @throws org.rotfaden.security.NotPermitted unless an operator asks
    public List<AuditEntry> latest(MemberId by, AuditQuery query, int after, int most) {
        permissions.decide(by, Permission.OPERATE, Subject.ASSOCIATION).orRefuse();
        AuditKind kind = query.kind();
        Instant since =
                query.since() == null || query.since().isBefore(Instant.EPOCH)
                        ? null
                        : query.since();
        return jdbc.sql(
                        "select * from audit_entry where true"
                                + (kind == null ? "" : " and action ~ :pattern")
                                + (since == null ? "" : " and recorded_at >= :since")
                                + " order by sequence desc offset :after limit :most")
                .param("pattern", kind == null ? "" : kind.pattern())
                .param(
                        "since",
                        since == null
                                ? null
                                : (since.isAfter(END) ? END : since).atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("most", most)
                .query(ENTRY)
                .list();
    }

    /// Reads the whole chain.
    ///
    /// @throws org.rotfaden.security.NotPermitted unless an operator asks
    public AuditChain.Finding check(MemberId by, AuditChain.Progress progress) {
        permissions.decide(by, Permission.OPERATE, Subject.ASSOCIATION).orRefuse();
        return chain.check(progress);
    }

    private End end() {
        return jdbc.sql("select sequence, hash from audit_entry order by sequence desc limit 1")
                .query((row, _) -> new End(row.getLong("sequence"), row.getBytes("hash")))
                .optional()
                .orElseGet(() -> new End(0, ChainHash.BEFORE_THE_FIRST));
    }
}

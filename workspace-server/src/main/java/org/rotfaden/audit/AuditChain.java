package org.rotfaden.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The entries of the audit trail as links of a chain. Whoever looks after the server checks it,
/// also without a workspace that runs.
@Component
public class AuditChain {

    private static final int READ_AT_ONCE = 2_000;

    /// Hears how far the check is.
    public interface Progress {

        /// Called now and then.
        ///
        /// @return whether to go on
        boolean checked(long entries, long all);
    }

    /// What a check found.
    ///
    /// @param intact how many entries are as they were written, from the first one on
    /// @param firstBroken the number of the first entry that was changed, or before which one is
    ///   missing; nothing when there is none
    /// @param lastHash the hash of the last entry that is as it was written, in hexadecimal
    ///   figures: whoever has written it down elsewhere sees whether all up to there was replaced
    public record Finding(long intact, OptionalLong firstBroken, String lastHash) {

        public boolean isUnbroken() {
            return firstBroken.isEmpty();
        }
    }

    private record Link(AuditEntry entry, byte[] hash) {}

    private final JdbcClient jdbc;

    public AuditChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whether the database has an audit trail at all.
    public boolean exists() {
        return jdbc.sql("select to_regclass('audit_entry') is not null")
                .query(Boolean.class)
                .single();
    }

    /// Reads the whole chain, or as much of it as there is time for.
    public Finding check(Progress progress) {
        long all = jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
        byte[] before = ChainHash.BEFORE_THE_FIRST;
        long intact = 0;
        long seen = Long.MIN_VALUE;
        List<Link> links = after(seen);
        while (!links.isEmpty()) {
            for (Link link : links) {
                seen = link.entry().sequence();
                if (seen != intact + 1
                        || !Arrays.equals(ChainHash.of(before, link.entry()), link.hash())) {
                    return new Finding(intact, OptionalLong.of(intact + 1), hex(before));
                }
                before = link.hash();
                intact = seen;
            }
            links = progress.checked(intact, Math.max(all, intact)) ? after(seen) : List.of();
        }
        return new Finding(intact, OptionalLong.empty(), hex(before));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private List<Link> after(long sequence) {
        return jdbc.sql("select * from audit_entry where sequence > ? order by sequence limit ?")
                .params(sequence, READ_AT_ONCE)
                .query((row, _) -> new Link(entry(row), row.getBytes("hash")))
                .list();
    }

    static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("sequence"),
                row.getTimestamp("recorded_at").toInstant(),
                Columns.id(row, "actor_id", MemberId::new),
                row.getString("action"),
                Columns.subject(row, "subject"),
                Columns.uuid(row, "concerned_id"));
    }
}

package org.rotfaden.motions;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.security.MemberId;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The motions to read.
@Service
public class MotionCatalogue {

    private static final RowMapper<MotionSummary> SUMMARY =
            (row, _) ->
                    new MotionSummary(
                            new MotionId(row.getObject("id", UUID.class)),
                            new MotionNumber(row.getInt("number")),
                            row.getString("title"),
                            new DocumentId(row.getObject("document_id", UUID.class)),
                            new MemberId(row.getObject("author_id", UUID.class)),
                            row.getTimestamp("created_at").toInstant(),
                            row.getTimestamp("changed_at").toInstant());

    private final JdbcClient jdbc;

    MotionCatalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// All motions, the one that changed last first.
    public List<MotionSummary> list() {
        return jdbc.sql("select * from motion order by changed_at desc, number desc")
                .query(SUMMARY)
                .list();
    }

    public Optional<MotionSummary> find(MotionNumber number) {
        return jdbc.sql("select * from motion where number = ?")
                .param(number.value())
                .query(SUMMARY)
                .optional();
    }

    public Optional<MotionSummary> find(MotionId id) {
        return jdbc.sql("select * from motion where id = ?")
                .param(id.value())
                .query(SUMMARY)
                .optional();
    }

    public MotionSummary get(MotionId id) {
        return find(id).orElseThrow(MotionNotFound::new);
    }
}

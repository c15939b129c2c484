package org.rotfaden.motions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.TypedWords;
import org.rotfaden.motions.MotionSummary.Discarding;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The motions to read.
@Service
public class MotionCatalogue {

    private static final String LIMITED = ", number desc limit :most offset :after";

    private static final RowMapper<MotionSummary> SUMMARY =
            (row, _) ->
                    new MotionSummary(
                            Columns.id(row, "id", MotionId::new),
                            new MotionNumber(row.getInt("number")),
                            row.getString("title"),
                            Columns.id(row, "document_id", DocumentId::new),
                            Columns.id(row, "author_id", MemberId::new),
                            Columns.subject(row, "owner"),
                            row.getTimestamp("created_at").toInstant(),
                            row.getTimestamp("changed_at").toInstant(),
                            Columns.momentOrNull(row, "listed_at"),
                            discarding(row),
                            row.getBoolean("readers_discuss"));

    private static @Nullable Discarding discarding(ResultSet row) throws SQLException {
        Instant at = Columns.momentOrNull(row, "discarded_at");
        return at == null
                ? null
                : new Discarding(Columns.id(row, "discarded_by", MemberId::new), at);
    }

    /// What a reader's keys open: what is open to everybody, what belongs to a key, a motion
    /// itself. What has no title yet is listed for who began it and who was invited to it.
    private static final String LISTED =
            """
            ((open_to_all and :everybody)
                or (owner_type, owner_id) in (select * from unnest(:types::text[], :ids::uuid[]))
                or id = any(:motions))
            and (listed_at is not null or author_id = :reader or id = any(:motions))
            and (discarded_at is not null) = :discarded
            """;

    private final JdbcClient jdbc;
    private final Permissions permissions;

    MotionCatalogue(JdbcClient jdbc, Permissions permissions) {
        this.jdbc = jdbc;
        this.permissions = permissions;
    }

    /// The motions asked for that the reader may read.
    public List<MotionSummary> list(MotionQuery query, MemberId reader, int most) {
        return list(query, reader, 0, most);
    }

    /// The motions asked for that the reader may read.
    ///
    /// @param after how many to leave out at the beginning
    public List<MotionSummary> list(MotionQuery query, MemberId reader, int after, int most) {
        return asked("*", query, reader, " order by " + query.order().columns() + LIMITED)
                .param("after", after)
                .param("most", most)
                .query(SUMMARY)
                .list();
    }

    /// How many of the motions asked for the reader may read.
    public int count(MotionQuery query, MemberId reader) {
        return asked("count(*)", query, reader, "").query(Integer.class).single();
    }

    /// Whether it is there and not laid aside.
    boolean isWritten(MotionId motion) {
        return find(motion).filter(found -> found.state() == MotionState.DRAFT).isPresent();
    }

    private JdbcClient.StatementSpec asked(
            String what, MotionQuery query, MemberId reader, String order) {
        Set<Subject> keys = permissions.keysOf(reader);
        var parameters = new HashMap<String, Object>();
        parameters.put("reader", reader.value());
        parameters.put("everybody", keys.contains(Subject.EVERYBODY));
        parameters.put("types", keys.stream().map(Subject::type).toArray(String[]::new));
        parameters.put("ids", keys.stream().map(Subject::id).toArray(UUID[]::new));
        parameters.put(
                "motions",
                keys.stream()
                        .filter(key -> key.type().equals(MotionId.SUBJECT))
                        .map(Subject::id)
                        .toArray(UUID[]::new));
        parameters.put("discarded", query.state() == MotionState.DISCARDED);
        String narrowed = narrowed(query, parameters);
        return jdbc.sql("select " + what + " from motion where " + LISTED + narrowed + order)
                .params(parameters);
    }

    /// What is not asked is not in the statement, so that each has the plan that fits it.
    private static String narrowed(MotionQuery query, Map<String, Object> parameters) {
        var conditions = new StringBuilder();
        Subject owner = query.owner();
        if (owner != null) {
            conditions.append(" and owner_type = :ownerType and owner_id = :ownerId");
            parameters.put("ownerType", owner.type());
            parameters.put("ownerId", owner.id());
        }
        MemberId author = query.author();
        if (author != null) {
            conditions.append(" and author_id = :author");
            parameters.put("author", author.value());
        }
        MemberId notBy = query.notBy();
        if (notBy != null) {
            conditions.append(" and author_id <> :notBy");
            parameters.put("notBy", notBy.value());
        }
        TypedWords words = query.words();
        if (words.forgives()) {
            conditions.append(" and " + words.areIn("title", ":words"));
            parameters.put("words", words.asParameter());
        } else if (!words.text().isEmpty()) {
            conditions.append(
                    " and (number::text = :words or position(lower(unaccent(:words)) in"
                            + " lower(unaccent(title))) > 0)");
            parameters.put("words", words.text());
        }
        return conditions.toString();
    }

    boolean isReadable(MotionId motion, MemberId reader) {
        return permissions.allows(reader, Permission.READ, motion.subject());
    }

    /// A motion that the reader may read. One that she may not is to her as if there were none.
    public Optional<MotionSummary> find(MemberId reader, MotionNumber number) {
        return jdbc.sql("select * from motion where number = ?")
                .param(number.value())
                .query(SUMMARY)
                .optional()
                .filter(motion -> isReadable(motion.id(), reader));
    }

    /// The motion with this number.
    ///
    /// @throws org.rotfaden.security.BrokenRule MOTION_NOT_FOUND when there is none that the reader
    ///   may read
    public MotionSummary get(MemberId reader, MotionNumber number) {
        return find(reader, number).orElseThrow(MotionObjection.MOTION_NOT_FOUND::raised);
    }

    /// The motion with this id.
    ///
    /// @throws org.rotfaden.security.BrokenRule MOTION_NOT_FOUND when there is none that the reader
    ///   may read
    public MotionSummary get(MemberId reader, MotionId id) {
        return find(reader, id).orElseThrow(MotionObjection.MOTION_NOT_FOUND::raised);
    }

    /// A motion that the reader may read. One that she may not is to her as if there were none.
    public Optional<MotionSummary> find(MemberId reader, MotionId id) {
        return find(id).filter(_ -> isReadable(id, reader));
    }

    /// A motion, whoever may read it.
    Optional<MotionSummary> find(MotionId id) {
        return jdbc.sql("select * from motion where id = ?")
                .param(id.value())
                .query(SUMMARY)
                .optional();
    }

    /// The motion as it is, and stays until the current transaction ends.
    MotionSummary hold(MotionId id) {
        return jdbc.sql("select * from motion where id = ? for no key update")
                .param(id.value())
                .query(SUMMARY)
                .optional()
                .orElseThrow(MotionObjection.MOTION_NOT_FOUND::raised);
    }

    /// A motion, whoever may read it.
    MotionSummary get(MotionId id) {
        return find(id).orElseThrow(MotionObjection.MOTION_NOT_FOUND::raised);
    }
}

package org.rotfaden.motions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rotfaden.association.Wording;
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
                            row.getTimestamp("changed_at").toInstant());

    /// What a reader's keys open: what is open to everybody, what belongs to a key, a motion
    /// itself.
    private static final String READABLE =
            """
            ((open_to_all and ?)
                or (owner_type, owner_id) in (select * from unnest(?::text[], ?::uuid[]))
                or id = any(?))
            """;

    private static final String LATEST_FIRST =
            "order by changed_at desc, number desc limit ? offset ?";

    private final JdbcClient jdbc;
    private final Permissions permissions;

    MotionCatalogue(JdbcClient jdbc, Permissions permissions) {
        this.jdbc = jdbc;
        this.permissions = permissions;
    }

    /// As many motions as asked for, the one that changed last first.
    public List<MotionSummary> latest(MemberId reader, int most) {
        return latest(reader, 0, most);
    }

    /// As many motions as asked for, the one that changed last first.
    ///
    /// @param after how many to leave out at the beginning
    public List<MotionSummary> latest(MemberId reader, int after, int most) {
        return readable("", List.of(), reader, after, most);
    }

    /// The motions of a unit, body, group or member that the reader may read.
    public List<MotionSummary> of(Subject owner, MemberId reader, int most) {
        return readable(
                "owner_type = ? and owner_id = ? and",
                List.of(owner.type(), owner.id()),
                reader,
                0,
                most);
    }

    /// Motions whose title has these words in it.
    public List<MotionSummary> titled(String words, MemberId reader, int most) {
        return readable(
                "position(lower(?) in lower(title)) > 0 and",
                List.of(Wording.plain(words)),
                reader,
                0,
                most);
    }

    public int count(MemberId reader) {
        List<Object> parameters = keysOf(reader);
        return jdbc.sql("select count(*) from motion where " + READABLE)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    /// How many motions of an owner the reader may read.
    public int count(Subject owner, MemberId reader) {
        List<Object> parameters = new ArrayList<>(List.of(owner.type(), owner.id()));
        parameters.addAll(keysOf(reader));
        return jdbc.sql(
                        "select count(*) from motion where owner_type = ? and owner_id = ? and "
                                + READABLE)
                .params(parameters)
                .query(Integer.class)
                .single();
    }

    boolean isReadable(MotionId motion, MemberId reader) {
        return permissions.allows(reader, Permission.READ, motion.subject());
    }

    private List<MotionSummary> readable(
            String condition, List<Object> first, MemberId reader, int after, int most) {
        List<Object> parameters = new ArrayList<>(first);
        parameters.addAll(keysOf(reader));
        parameters.addAll(List.of(most, after));
        return jdbc.sql("select * from motion where " + condition + READABLE + LATEST_FIRST)
                .params(parameters)
                .query(SUMMARY)
                .list();
    }

    private List<Object> keysOf(MemberId reader) {
        Set<Subject> keys = permissions.keysOf(reader);
        return List.of(
                keys.contains(Subject.EVERYBODY),
                keys.stream().map(Subject::type).toArray(String[]::new),
                keys.stream().map(Subject::id).toArray(UUID[]::new),
                keys.stream()
                        .filter(key -> key.type().equals(MotionId.SUBJECT))
                        .map(Subject::id)
                        .toArray(UUID[]::new));
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

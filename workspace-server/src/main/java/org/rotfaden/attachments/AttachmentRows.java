package org.rotfaden.attachments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Columns;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows behind files.
@Repository
class AttachmentRows {

    private static final RowMapper<Attachment> ATTACHMENT = (row, _) -> attachment(row);

    /// Whoever adds a file waits for whoever does the same while it is counted how much room is
    /// left; any number that nothing else uses.
    private static final long ROOM = 0x524f4f4d;

    private final JdbcClient jdbc;

    AttachmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Attachment> find(AttachmentId id) {
        return jdbc.sql("select * from attachment where id = ?")
                .param(id.value())
                .query(ATTACHMENT)
                .optional();
    }

    List<Attachment> ofMember(MemberId owner) {
        return jdbc.sql("select * from attachment where member_id = ? order by uploaded_at, id")
                .param(owner.value())
                .query(ATTACHMENT)
                .list();
    }

    List<Attachment> heldBy(Collection<Subject> holders) {
        return jdbc.sql(
                        """
                        select * from attachment where (holder_type, holder_id) in (
                            select * from unnest(?, ?)) order by place, id
                        """)
                .params(
                        holders.stream().map(Subject::type).toArray(String[]::new),
                        holders.stream().map(Subject::id).toArray(UUID[]::new))
                .query(ATTACHMENT)
                .list();
    }

    void add(Attachment file) {
        Attachment.Extent extent = file.extent();
        jdbc.sql(
                        """
                        insert into attachment (id, member_id, name, kind, media_type, size, hash, width, height, uploaded_at)
                        values (:id, :member, :name, :kind, :type, :size, :hash, :width, :height, :uploaded)
                        """)
                .param("id", file.id().value())
                .param("member", file.owner().value())
                .param("name", file.name())
                .param("kind", file.kind().name())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("hash", HexFormat.of().parseHex(file.hash()))
                .param("width", extent == null ? null : extent.width())
                .param("height", extent == null ? null : extent.height())
                .param("uploaded", file.uploaded().atOffset(ZoneOffset.UTC))
                .update();
    }

    void addPiece(AttachmentId file, int number, byte[] bytes) {
        jdbc.sql("insert into attachment_piece (attachment_id, number, bytes) values (?, ?, ?)")
                .params(file.value(), number, bytes)
                .update();
    }

    Optional<byte[]> piece(AttachmentId file, int number) {
        return jdbc.sql("select bytes from attachment_piece where attachment_id = ? and number = ?")
                .params(file.value(), number)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }

    /// Lets nobody else ask how much room is left until the transaction ends.
    void holdRoom() {
        hold(ROOM);
    }

    /// Lets nobody else give files to something until the transaction ends.
    void hold(Subject holder) {
        hold(holder.id().getMostSignificantBits() ^ holder.id().getLeastSignificantBits());
    }

    private void hold(long lock) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(lock).query((row, _) -> 1).list();
    }

    /// What all files take, in bytes.
    long size() {
        return jdbc.sql("select coalesce(sum(size), 0) from attachment").query(Long.class).single();
    }

    /// What somebody's unclaimed files take, in bytes.
    long unclaimedSize(MemberId owner) {
        return jdbc.sql(
                        """
                        select coalesce(sum(size), 0) from attachment
                        where member_id = ? and holder_type is null
                        """)
                .param(owner.value())
                .query(Long.class)
                .single();
    }

    int countAt(Subject holder) {
        return jdbc.sql("select count(*) from attachment where holder_type = ? and holder_id = ?")
                .params(holder.type(), holder.id())
                .query(Integer.class)
                .single();
    }

    /// Gives something a file that is its owner's and unclaimed.
    ///
    /// @return whether there is one
    boolean claim(AttachmentId file, MemberId owner, Subject holder, int place) {
        return jdbc.sql(
                                """
                                update attachment set holder_type = ?, holder_id = ?, place = ?
                                where id = ? and member_id = ? and holder_type is null
                                """)
                        .params(holder.type(), holder.id(), place, file.value(), owner.value())
                        .update()
                == 1;
    }

    void remove(Subject holder) {
        jdbc.sql("delete from attachment where holder_type = ? and holder_id = ?")
                .params(holder.type(), holder.id())
                .update();
    }

    /// Removes a file that is its owner's and unclaimed.
    ///
    /// @return whether there was one
    boolean removeUnclaimed(AttachmentId file, MemberId owner) {
        return jdbc.sql(
                                """
                                delete from attachment
                                where id = ? and member_id = ? and holder_type is null
                                """)
                        .params(file.value(), owner.value())
                        .update()
                == 1;
    }

    /// Removes some of those that nothing has held for long. Nobody waits for whoever does the
    /// same, or claims one.
    ///
    /// @return how many
    int removeUnclaimed(Instant before, int most) {
        return jdbc.sql(
                        """
                        delete from attachment where id in (
                            select id from attachment where holder_type is null and uploaded_at < ?
                            order by uploaded_at limit ? for update skip locked)
                        """)
                .params(before.atOffset(ZoneOffset.UTC), most)
                .update();
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                Columns.id(row, "id", AttachmentId::new),
                Columns.id(row, "member_id", MemberId::new),
                row.getString("name"),
                AttachmentKind.valueOf(row.getString("kind")),
                row.getString("media_type"),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                extent(row),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("holder_type") == null ? null : Columns.subject(row, "holder"));
    }

    private static Attachment.@Nullable Extent extent(ResultSet row) throws SQLException {
        int width = row.getInt("width");
        return row.wasNull() ? null : new Attachment.Extent(width, row.getInt("height"));
    }
}

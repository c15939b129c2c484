package org.rotfaden.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/// What columns hold, in the words of the workspace.
public final class Columns {

    private Columns() {}

    /// The id in a column that is never empty.
    ///
    /// @param type makes one of it: `UnitId::new`
    public static <I extends Id> I id(ResultSet row, String column, Function<UUID, I> type)
            throws SQLException {
        return type.apply(uuid(row, column));
    }

    /// Reads rows of which only an id is asked for.
    public static <I extends Id> RowMapper<I> ids(String column, Function<UUID, I> type) {
        return (row, _) -> id(row, column, type);
    }

    /// The id in a column that may be empty.
    public static <I extends Id> @Nullable I idOrNull(
            ResultSet row, String column, Function<UUID, I> type) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : type.apply(id);
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    /// The moment in a column that may be empty.
    public static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    /// What two columns refer to: `subject_type` and `subject_id`, or with another name.
    public static Subject subject(ResultSet row, String name) throws SQLException {
        return new Subject(row.getString(name + "_type"), uuid(row, name + "_id"));
    }
}

package org.rotfaden.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.rotfaden.web.Health.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Finds out whether the database writes, by letting it write something of which nothing stays.
@Component
class WritingDatabase implements Supplier<State> {

    private static final Logger log = LoggerFactory.getLogger(WritingDatabase.class);

    /// What is too large for the memory goes into a new file of some two megabytes, more than a
    /// table grows by at once: on a full disk there is no room for it, even while changes still fit
    /// into the room that the tables have. The message goes the way of each commit, into the log of
    /// the database and through to the disk.
    private static final String TRIAL =
            """
            set local work_mem = '64kB';
            select count(*) from generate_series(1, 100000);
            select pg_logical_emit_message(true, 'rotfaden', '');
            """;

    /// SQLSTATE of a disk without room, and of a limit that its operator has set.
    private static final Set<String> NO_ROOM = Set.of("53100", "53400");

    private static final int LONGEST_SILENCE = 5_000; // milliseconds

    private final DataSource database;

    WritingDatabase(DataSource database) {
        this.database = database;
    }

    @Override
    public State get() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, LONGEST_SILENCE);
            connection.setAutoCommit(false);
            statement.execute(TRIAL);
            connection.commit();
            return State.UP;
        } catch (SQLException failure) {
            log.warn("The database does not write: {}", failure.getMessage());
            return meaningOf(failure);
        }
    }

    private static State meaningOf(SQLException failure) {
        String code = failure.getSQLState();
        if (code != null && NO_ROOM.contains(code)) {
            return State.DISK_FULL;
        }
        return Outage.isBehind(failure) ? State.DATABASE_UNREACHABLE : State.DATABASE_NOT_WRITABLE;
    }
}

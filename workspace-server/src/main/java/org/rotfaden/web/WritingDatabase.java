package org.rotfaden.web;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.rotfaden.web.Health.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
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

    /// With less than one more file of its log a database of our own on this disk ends itself, and
    /// does not start again.
    private static final long LEAST_ROOM = 16L << 20;

    private static final int LONGEST_SILENCE = 5_000; // milliseconds

    private final DataSource database;
    private final LongSupplier room;
    private volatile State last = State.UP;

    @Autowired
    WritingDatabase(DataSource database, @Value("${rotfaden.data}") Path data) {
        this(database, data.toAbsolutePath().toFile()::getUsableSpace);
    }

    /// @param room how many bytes are left on the disk of the data folder
    WritingDatabase(DataSource database, LongSupplier room) {
        this.database = database;
        this.room = room;
    }

    @Override
    public State get() {
        State now = tried();
        if (now != last) {
            log.warn("The state of the database was {} and is {}", last, now);
        }
        last = now;
        return now;
    }

    private State tried() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, LONGEST_SILENCE);
            connection.setAutoCommit(false);
            statement.execute(TRIAL);
            connection.commit();
            return State.UP;
        } catch (SQLException failure) {
            return meaningOf(failure);
        }
    }

    private State meaningOf(SQLException failure) {
        String code = failure.getSQLState();
        if (code != null && NO_ROOM.contains(code)) {
            return State.DISK_FULL;
        }
        if (!Outage.isBehind(failure)) {
            return State.DATABASE_NOT_WRITABLE;
        }
        return room.getAsLong() < LEAST_ROOM ? State.DISK_FULL : State.DATABASE_UNREACHABLE;
    }
}

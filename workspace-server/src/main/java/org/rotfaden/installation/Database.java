package org.rotfaden.installation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The database as a whole, with the mark it carries when it holds the sample association.
@Component
class Database {

    private static final String MARK = "Rotfaden: sample association";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String place;

    Database(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @Value("${spring.datasource.url:${rotfaden.data}}") String place) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.place = place;
    }

    /// Where it is, for the operator.
    String place() {
        return place;
    }

    /// How many bytes it takes.
    long size() {
        return jdbc.sql("select pg_database_size(current_database())").query(Long.class).single();
    }

    ServerState.Counted counted() {
        return jdbc.sql(
                        """
                        select (select count(*) from member) as members,
                            (select count(*) from unit_state where last_day is null) as units,
                            (select count(*) from motion) as motions
                        """)
                .query((row, _) ->
                        new ServerState.Counted(
                                row.getLong("members"),
                                row.getLong("units"),
                                row.getLong("motions")))
                .single();
    }

    boolean holdsSample() {
        return jdbc.sql("select obj_description('public'::regnamespace, 'pg_namespace')")
                .query(String.class)
                .optional()
                .filter(MARK::equals)
                .isPresent();
    }

    /// Sets the mark and loads the sample, both or neither.
    void fillWithSample(Runnable sample) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("comment on schema public is '" + MARK + "'").update();
            sample.run();
        });
    }
}

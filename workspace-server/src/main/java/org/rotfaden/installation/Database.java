package org.rotfaden.installation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The database as a whole, with the mark it carries when it holds the sample association.
@Component
class Database {

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

    /// Whether it keeps the audit trail from the workspace too: whoever speaks to it as the
    /// workspace can neither change an entry nor switch off what keeps them.
    boolean keepsAuditTrail() {
        return jdbc.sql(
                        """
                        select not (
                            has_table_privilege(oid, 'update, delete, truncate, trigger')
                            or pg_has_role(relowner, 'member')
                            or pg_has_role('pg_database_owner', 'member')
                            or has_parameter_privilege('session_replication_role', 'set'))
                        from pg_class where oid = 'audit_entry'::regclass
                        """)
                .query(Boolean.class)
                .single();
    }

    boolean holdsSample() {
        return jdbc.sql("select exists (select from sample_mark)").query(Boolean.class).single();
    }

    /// Sets the mark and loads the sample, both or neither.
    void fillWithSample(Runnable sample) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("insert into sample_mark default values on conflict do nothing").update();
            sample.run();
        });
    }
}

package org.rotfaden.installation;

import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/// What the role that the workspace works as may do with the tables: read and write them, and only
/// continue the audit trail. Their owner gives it after each start's migrations, so that new tables
/// are among them.
///
/// Where there is one role for both, there is nothing to give.
@Component
class WorkingRights implements Callback {

    /// Two workspaces that start at once would change the same rights.
    private static final long LOCK = 0x726f7466_72696768L;

    /// Where somebody works and as whom; the names are quoted.
    private record Place(String database, String schema, String role) {

        static Place of(DataSource connection) {
            return JdbcClient.create(connection)
                    .sql(
                            """
                            select quote_ident(current_database()) as database,
                                quote_ident(current_schema()) as schema,
                                quote_ident(current_user) as role
                            """)
                    .query((row, _) ->
                            new Place(
                                    row.getString("database"),
                                    row.getString("schema"),
                                    row.getString("role")))
                    .single();
        }

        String rights() {
            return """
            select pg_advisory_xact_lock(%4$d);
            revoke temporary on database %1$s from public;
            grant usage on schema %2$s to %3$s;
            revoke all on all tables in schema %2$s from %3$s;
            grant select, insert, update, delete on all tables in schema %2$s to %3$s;
            revoke update, delete on audit_entry from %3$s;
            revoke all on flyway_schema_history from %3$s;
            """
                    .formatted(database, schema, role, LOCK);
        }
    }

    private final DataSource working;

    WorkingRights(DataSource working) {
        this.working = working;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        var owner = new SingleConnectionDataSource(context.getConnection(), true);
        Place place = Place.of(working);
        if (!place.role().equals(Place.of(owner).role())) {
            new JdbcTemplate(owner).execute(place.rights());
        }
    }

    @Override
    public String getCallbackName() {
        return "working rights";
    }
}

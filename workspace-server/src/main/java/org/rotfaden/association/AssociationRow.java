package org.rotfaden.association;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionalEventListener;

/// Keeps the association at hand.
@Repository
class AssociationRow {

    private final JdbcClient jdbc;
    private volatile @Nullable Association known;

    AssociationRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Association> find() {
        Association last = known;
        if (last != null) {
            return Optional.of(last);
        }
        Optional<Association> loaded = load();
        known = loaded.orElse(null);
        return loaded;
    }

    @Order(0)
    @TransactionalEventListener(fallbackExecution = true)
    void on(AssociationEvent.Changed changed) {
        known = null;
    }

    private Optional<Association> load() {
        return jdbc.sql(
                        """
                        select name, language, time_zone, accent, logo is not null as has_logo, version
                        from association
                        """)
                .query((row, _) -> association(row))
                .optional();
    }

    private static Association association(ResultSet row) throws SQLException {
        String accent = row.getString("accent");
        return new Association(
                row.getString("name"),
                Locale.of(row.getString("language")),
                ZoneId.of(row.getString("time_zone")),
                accent == null ? null : new Accent(accent),
                row.getBoolean("has_logo"),
                row.getLong("version"));
    }
}

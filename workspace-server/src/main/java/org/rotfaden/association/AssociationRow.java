package org.rotfaden.association;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.AtHand;
import org.rotfaden.activity.KeptAtHand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps at hand what the association says of itself, and also that there is none yet: every
/// question about a day asks for its time zone.
@Repository
class AssociationRow implements KeptAtHand {

    private final JdbcClient jdbc;
    private final AtHand<Optional<Association>> known = new AtHand<>(this::load);

    AssociationRow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Association> find() {
        return known.get();
    }

    @Override
    public boolean isChangedBy(Activity what) {
        return what instanceof AssociationEvent;
    }

    @Override
    public AtHand<?> kept() {
        return known;
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

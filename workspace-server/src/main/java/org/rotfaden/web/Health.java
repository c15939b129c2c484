package org.rotfaden.web;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether this server can do its work.
@Component
public class Health {

    private final JdbcClient jdbc;
    private final ApplicationAvailability availability;

    Health(JdbcClient jdbc, ApplicationAvailability availability) {
        this.jdbc = jdbc;
        this.availability = availability;
    }

    /// Ready is who has begun whole, and reaches the database.
    public boolean isReady() {
        try {
            return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
                    && jdbc.sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException unreachable) {
            return false;
        }
    }
}

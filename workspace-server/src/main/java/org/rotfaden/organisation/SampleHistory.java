package org.rotfaden.organisation;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Lets what was made for the sample association be older than it is.
@Component
public class SampleHistory {

    private final JdbcClient jdbc;

    SampleHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Everything that began today began on an earlier day.
    @Transactional(propagation = Propagation.MANDATORY)
    public void backdate(LocalDate today, LocalDate earlier) {
        for (String column :
                new String[] {
                    "unit_state set from_day",
                    "body set from_day",
                    "rule_version set from_day",
                    "working_group set founded_on",
                    "unit_link set from_day",
                    "unit_union set from_day",
                    "group_membership set since"
                }) {
            String name = column.substring(column.lastIndexOf(' ') + 1);
            jdbc.sql("update " + column + " = ? where " + name + " = ?")
                    .params(earlier, today)
                    .update();
        }
    }
}

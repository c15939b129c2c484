package org.rotfaden.organisation.memberships;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rotfaden.security.Departures;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who had a home and has none any more has left; who never had one has not. A membership that was
/// called off before its first day never was one.
@Component
class EndedMemberships implements Departures {

    private static final String GONE =
            """
            not bool_or(from_day <= :today and coalesce(last_day, 'infinity') >= :today)
                and bool_or(last_day < :today and (last_day >= from_day or ended_on >= from_day))
            """;

    private static final String GOING =
            """
            bool_or(coalesce(last_day, 'infinity') >= from_day or ended_on >= from_day)
                and not bool_or(last_day is null
                    or ended_because = 'AGE_LIMIT' and last_day >= greatest(from_day, :today))
            """;

    private final JdbcClient jdbc;
    private final Today today;

    EndedMemberships(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    @Override
    public Set<MemberId> gone(Collection<MemberId> some) {
        return those(some, GONE);
    }

    @Override
    public Set<MemberId> going(Collection<MemberId> some) {
        return those(some, "(" + GONE + ") or (" + GOING + ")");
    }

    private Set<MemberId> those(Collection<MemberId> some, String condition) {
        return jdbc
                .sql(
                        "select member_id from membership where member_id = any(:some)"
                                + " group by member_id having "
                                + condition)
                .param("some", some.stream().map(MemberId::value).toArray(UUID[]::new))
                .param("today", today.date())
                .query((row, _) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}

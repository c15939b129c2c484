package org.rotfaden.organisation.memberships;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rotfaden.security.Columns;
import org.rotfaden.security.Departures;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Today;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who had a home and has none any more has left; who never had one has not.
@Component
class EndedMemberships implements Departures {

    /// What is a membership: one that has a day, or began before it was ended. One that was called
    /// off before its first day, or taken back, never was.
    static final String IS_ONE =
            "(coalesce(last_day, 'infinity') >= from_day or ended_on >= from_day)";

    private static final String GONE =
            """
            not bool_or(from_day <= :today and coalesce(last_day, 'infinity') >= :today)
                and bool_or(last_day < :today)
            """;

    private static final int FORESEEABLE_YEARS = 1;

    private final JdbcClient jdbc;
    private final Today today;

    EndedMemberships(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    @Override
    public Set<MemberId> gone(Collection<MemberId> some) {
        return lastDays(some).entrySet().stream()
                .filter(known -> known.getValue().equals(LastDay.OVER))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<MemberId, LocalDate> staying(Collection<MemberId> some) {
        return lastDays(some).entrySet().stream()
                .filter(known -> !known.getValue().isWrittenDown())
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey, known -> foreseeable(known.getValue())));
    }

    /// Until when some people have homes, as far as is known today.
    Map<MemberId, LastDay> lastDays(Collection<MemberId> some) {
        Map<MemberId, LastDay> last = new HashMap<>();
        some.forEach(member -> last.put(member, LastDay.NONE));
        jdbc.sql(
                        """
                        select member_id,
                            max(coalesce(last_day, 'infinity')) as last,
                            (array_agg(last_day is not null and ended_because is distinct from 'AGE_LIMIT'
                                order by coalesce(last_day, 'infinity') desc))[1] as written_down,
                        """
                                + GONE
                                + " as gone from membership where member_id = any(:some) and "
                                + IS_ONE
                                + " group by member_id")
                .param("some", some.stream().map(MemberId::value).toArray(UUID[]::new))
                .param("today", today.date())
                .query((row, _) ->
                        last.put(
                                Columns.id(row, "member_id", MemberId::new),
                                row.getBoolean("gone")
                                        ? LastDay.OVER
                                        : new LastDay(
                                                row.getObject("last", LocalDate.class),
                                                row.getBoolean("written_down"))))
                .list();
        return last;
    }

    /// A last day, where it can be foreseen; otherwise there is no end yet.
    LocalDate foreseeable(LastDay last) {
        return isForeseeable(last) ? last.day() : LocalDate.MAX;
    }

    /// Whether a last day is written down, or an age that is reached within a year.
    boolean isForeseeable(LastDay last) {
        return last.isWrittenDown()
                || !last.day().isAfter(today.date().plusYears(FORESEEABLE_YEARS));
    }
}

package org.rotfaden.ui.operation;

import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.audit.AuditKind;
import org.rotfaden.audit.AuditQuery;

/// Which entries of the audit trail are shown, as the address says: `?was=units&tage=30`.
///
/// @param kind what they are about; anything where there is none
record AuditFilter(@Nullable AuditKind kind, Period period) {

    /// How far back.
    enum Period {
        EVER(0),
        WEEK(7),
        MONTH(30),
        YEAR(365);

        private final int days;

        Period(int days) {
            this.days = days;
        }
    }

    private static final String KIND = "was";
    private static final String DAYS = "tage";

    static final AuditFilter NONE = new AuditFilter(null, Period.EVER);

    /// What an address asks for; what it does not say, or what does not exist, is not asked.
    static AuditFilter of(QueryParameters address) {
        return new AuditFilter(
                address.getSingleParameter(KIND).flatMap(AuditFilter::kindNamed).orElse(null),
                address.getSingleParameter(DAYS)
                        .flatMap(AuditFilter::periodOf)
                        .orElse(Period.EVER));
    }

    private static Optional<AuditKind> kindNamed(String name) {
        return Stream.of(AuditKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<Period> periodOf(String days) {
        return Stream.of(Period.values())
                .filter(period -> Integer.toString(period.days).equals(days))
                .findFirst();
    }

    QueryParameters address() {
        Map<String, String> said = new HashMap<>();
        if (kind != null) {
            said.put(KIND, kind.name().toLowerCase(Locale.ROOT));
        }
        if (period != Period.EVER) {
            said.put(DAYS, Integer.toString(period.days));
        }
        return QueryParameters.simple(said);
    }

    AuditQuery query(Clock clock) {
        return new AuditQuery(
                kind,
                period == Period.EVER ? null : clock.instant().minus(Duration.ofDays(period.days)));
    }

    AuditFilter about(@Nullable AuditKind other) {
        return new AuditFilter(other, period);
    }

    AuditFilter within(Period other) {
        return new AuditFilter(kind, other);
    }
}

package org.rotfaden;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.rotfaden.association.DayBegan;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/// Knows which days the workspace has seen begin. It looks at the clock now and then: a midnight is
/// one only after it has seen the day before.
@TestComponent
public final class DaysBegun {

    private final MovableClock clock;
    private final Set<LocalDate> seen = ConcurrentHashMap.newKeySet();
    private LocalDate unseen = LocalDate.of(2200, 1, 1);

    DaysBegun(MovableClock clock) {
        this.clock = clock;
    }

    /// Puts the clock to a time of day somewhere, and waits until the workspace has seen it.
    public void live(LocalDateTime time, ZoneId zone) {
        unseen = unseen.plusDays(2);
        see(unseen.atTime(12, 0), zone);
        see(time, zone);
    }

    /// Waits until a day has begun.
    public void await(LocalDate day) {
        Awaitility.await().until(() -> seen.contains(day));
    }

    private void see(LocalDateTime time, ZoneId zone) {
        seen.clear();
        clock.show(time, zone);
        await(time.toLocalDate());
    }

    @EventListener
    void on(DayBegan began) {
        seen.add(began.day());
    }
}

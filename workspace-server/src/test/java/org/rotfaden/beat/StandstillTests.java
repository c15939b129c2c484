package org.rotfaden.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class StandstillTests {

    private final PretendStandstill server = new PretendStandstill();

    @AfterEach
    void stop() {
        server.standstill.stop();
    }

    @Test
    void whoever_asks_first_after_a_standstill_notices_it() {
        long before = server.standstill.count();
        server.standStill(Standstill.LONGEST.plusMillis(500));
        assertThat(server.standstill.count()).isEqualTo(before + 1);
        assertThat(server.standstill.count()).isEqualTo(before + 1);
        server.standStill(Duration.ofMinutes(10));
        assertThat(server.standstill.count()).isEqualTo(before + 2);
    }

    @Test
    void who_has_to_look_anew_is_told_also_where_nobody_asks() {
        var told = new AtomicInteger();
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("listener", (Standstill.Listener) told::incrementAndGet);
        var standing = new AtomicLong();
        var standstill =
                new Standstill(
                        beans.getBeanProvider(Standstill.Listener.class),
                        System::nanoTime,
                        () -> System.currentTimeMillis() + standing.get());
        standstill.start();
        standing.set(Duration.ofMinutes(1).toMillis());
        await().until(() -> told.get() == 1);
        standstill.stop();
        standing.set(Duration.ofMinutes(2).toMillis());
        assertThat(standstill.count()).isEqualTo(1);
    }
}

package org.rotfaden.beat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/// A server that stands still when a test says so; who has to look anew is told by the test.
public final class PretendStandstill {

    private final AtomicLong stoodStill = new AtomicLong();
    public final Standstill standstill =
            new Standstill(
                    new DefaultListableBeanFactory().getBeanProvider(Standstill.Listener.class),
                    () -> System.nanoTime() + stoodStill.get(),
                    System::currentTimeMillis);

    public PretendStandstill() {
        standstill.start();
    }

    /// A server that never does.
    public static Standstill never() {
        return new PretendStandstill().standstill;
    }

    public void standStill(Duration howLong) {
        stoodStill.addAndGet(howLong.toNanos());
    }
}

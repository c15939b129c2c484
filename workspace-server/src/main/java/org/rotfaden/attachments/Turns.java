package org.rotfaden.attachments;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.rotfaden.security.MemberId;

/// How many files are on their way at once, of all members and of one. Others wait for a while; who
/// waits for one of her own keeps nobody else from a turn.
final class Turns {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// From now until it is closed.
    interface Turn extends AutoCloseable {

        @Override
        void close();
    }

    private final Semaphore all;
    private final LoadingCache<MemberId, Semaphore> ofEach;
    private final Duration patience;

    Turns(int most, int ofOne) {
        this(most, ofOne, PATIENCE);
    }

    Turns(int most, int ofOne, Duration patience) {
        this.all = new Semaphore(most, true);
        this.ofEach = Caffeine.newBuilder().weakValues().build(_ -> new Semaphore(ofOne, true));
        this.patience = patience;
    }

    /// Waits for a turn.
    ///
    /// @throws org.rotfaden.security.BrokenRule TOO_MANY_TRANSFERS when it takes too long
    Turn take(MemberId member) {
        Semaphore own = ofEach.get(member);
        await(own);
        try {
            await(all);
        } catch (RuntimeException none) {
            own.release();
            throw none;
        }
        return () -> {
            all.release();
            own.release();
        };
    }

    private void await(Semaphore turns) {
        try {
            if (turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        throw AttachmentObjection.TOO_MANY_TRANSFERS.raised();
    }
}

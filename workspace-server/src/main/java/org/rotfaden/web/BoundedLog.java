package org.rotfaden.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.github.bucket4j.Bucket;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/// Nobody fills the disk or hides something in a flood of lines: of warnings and errors from the
/// same place a few are written down, then one every half minute, and that there are more.
@Component
class BoundedLog extends TurboFilter {

    static final int AT_ONCE = 20;
    private static final Duration ONE_EVERY = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(BoundedLog.class);

    private final Map<String, Bucket> places = new ConcurrentHashMap<>();
    private final @Nullable LoggerContext logging;

    BoundedLog() {
        logging = LoggerFactory.getILoggerFactory() instanceof LoggerContext known ? known : null;
        if (logging != null) {
            logging.addTurboFilter(this);
        }
        start();
    }

    @PreDestroy
    void letGo() {
        if (logging != null) {
            logging.getTurboFilterList().remove(this);
        }
    }

    /// Also asked whether a level is written at all; then there are no words.
    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            ch.qos.logback.classic.Logger place,
            Level level,
            @Nullable String words,
            Object @Nullable [] details,
            @Nullable Throwable failure) {
        if (words == null
                || !level.isGreaterOrEqual(Level.WARN)
                || !level.isGreaterOrEqual(place.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        Bucket left = places.computeIfAbsent(place.getName(), _ -> bucket());
        if (!left.tryConsume(1)) {
            return FilterReply.DENY;
        }
        if (left.getAvailableTokens() == 0 && !place.getName().equals(log.getName())) {
            log.warn("{} says more than is written down", place.getName());
        }
        return FilterReply.NEUTRAL;
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(AT_ONCE).refillIntervally(1, ONE_EVERY))
                .build();
    }
}

package org.rotfaden.realtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.rotfaden.activity.Hearing;
import org.rotfaden.activity.News;
import org.rotfaden.activity.Told;
import org.rotfaden.activity.Topic;
import org.rotfaden.activity.TopicVersions;
import org.rotfaden.beat.Beat;
import org.rotfaden.security.RightsChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/// Lets open screens follow topics. Each hears what happens in the order of the versions, or that
/// it has missed something and has to load anew.
///
/// Things may come in another order than they were committed in, and some may get lost on the way
/// from another node: what comes too early waits for what is missing, and after a moment counts as
/// missed. A last one that is lost leaves no gap, so the versions are asked for now and then.
@Service
public class LiveTopics implements Hearing, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LiveTopics.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    static final int TICKS_BETWEEN_BEATS = 3;

    /// So many may wait for what is missing before all of it counts as missed.
    private static final int MOST_WAITING = 10_000;

    /// Hears what happens in the topics it follows. It has to be quick: others wait.
    public interface Listener {

        void happened(Told told);

        void rightsChanged(RightsChanged changed);

        /// Something is missing: what is shown has to be loaded anew.
        void missed();
    }

    /// Somebody follows some topics; who does so twice is two.
    private static final class Following {

        private final Set<Topic> topics;
        private final Listener listener;

        Following(Set<Topic> topics, Listener listener) {
            this.topics = topics;
            this.listener = listener;
        }

        void tell(Consumer<Listener> telling) {
            guarded(() -> telling.accept(listener));
        }
    }

    /// A topic that somebody follows.
    private static final class Followed {

        private static final long UNKNOWN = -1;

        private final Set<Following> by = new HashSet<>();
        private long version = UNKNOWN;

        /// What the database said at the last beat.
        private long beat;

        private boolean isKnown() {
            return version != UNKNOWN;
        }
    }

    private record Early(Told told, Instant since) {}

    private final TopicVersions versions;
    private final Clock clock;
    private final Map<Topic, Followed> followed = new HashMap<>();
    private final Set<Following> following = new LinkedHashSet<>();
    private final List<Early> waiting = new ArrayList<>();
    private final Beat beat = new Beat("live-topics", Duration.ofSeconds(1), this::tick);
    private int ticks;

    LiveTopics(TopicVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /// Follows topics until the returned action is run. Whoever loads afterwards misses nothing of
    /// what happens later, and may hear of things that were loaded already.
    public Runnable follow(Collection<Topic> topics, Listener listener) {
        var one = new Following(Set.copyOf(topics), listener);
        List<Topic> unknown = list(one);
        try {
            learn(unknown.isEmpty() ? Map.of() : versions.of(unknown));
        } catch (RuntimeException failure) {
            strikeOff(one);
            throw failure;
        }
        return () -> strikeOff(one);
    }

    private synchronized List<Topic> list(Following one) {
        following.add(one);
        List<Topic> unknown = new ArrayList<>();
        for (Topic topic : one.topics) {
            Followed there = followed.computeIfAbsent(topic, _ -> new Followed());
            there.by.add(one);
            if (!there.isKnown()) {
                unknown.add(topic);
            }
        }
        return unknown;
    }

    private synchronized void learn(Map<Topic, Long> versions) {
        versions.forEach((topic, version) -> {
            Followed there = followed.get(topic);
            if (there != null && !there.isKnown()) {
                there.version = version;
                there.beat = version;
            }
        });
        passOn();
    }

    private synchronized void strikeOff(Following one) {
        following.remove(one);
        for (Topic topic : one.topics) {
            Followed there = followed.get(topic);
            if (there != null && there.by.remove(one) && there.by.isEmpty()) {
                followed.remove(topic);
            }
        }
    }

    @Override
    public synchronized void heard(News news) {
        if (!news.rights().isNone()) {
            tellAll(news.rights());
        }
        news.told().forEach(this::happened);
    }

    @Override
    public void missed() {
        tellAll(RightsChanged.ofEverybody());
        compare();
    }

    /// Whose topics lack something hears that at once.
    void compare() {
        guarded(() -> learnAnew(versions.of(topics())));
    }

    private synchronized void tellAll(RightsChanged changed) {
        following.forEach(one -> one.tell(listener -> listener.rightsChanged(changed)));
    }

    private synchronized void learnAnew(Map<Topic, Long> now) {
        now.forEach((topic, version) -> {
            skipTo(topic, version);
            Optional.ofNullable(followed.get(topic)).ifPresent(there -> there.beat = version);
        });
        passOn();
    }

    private void happened(Told told) {
        if (told.versions().keySet().stream().anyMatch(followed::containsKey)) {
            waiting.add(new Early(told, clock.instant()));
            passOn();
            if (waiting.size() > MOST_WAITING) {
                giveUp();
            }
        }
    }

    /// Passes on all whose turn it is.
    private void passOn() {
        boolean again = !waiting.isEmpty();
        while (again) {
            again = false;
            for (Iterator<Early> each = waiting.iterator(); each.hasNext(); ) {
                Told told = each.next().told();
                if (isItsTurn(told)) {
                    each.remove();
                    passOn(told);
                    again = true;
                }
            }
        }
    }

    private boolean isItsTurn(Told told) {
        return told.versions().entrySet().stream()
                .noneMatch(entry -> {
                    Followed there = followed.get(entry.getKey());
                    return there != null
                            && (!there.isKnown() || entry.getValue() > there.version + 1);
                });
    }

    private void passOn(Told told) {
        Set<Following> hearing = new LinkedHashSet<>();
        told.versions()
                .forEach((topic, version) -> {
                    Followed there = followed.get(topic);
                    if (there != null && version > there.version) {
                        there.version = version;
                        hearing.addAll(there.by);
                    }
                });
        hearing.forEach(one -> one.tell(listener -> listener.happened(told)));
    }

    /// What comes before it in its topics is not waited for any longer.
    private void skip(Told told) {
        told.versions().forEach((topic, version) -> skipTo(topic, version - 1));
    }

    private void skipTo(Topic topic, long version) {
        Followed there = followed.get(topic);
        if (there != null && there.isKnown() && version > there.version) {
            there.version = version;
            there.by.forEach(one -> one.tell(Listener::missed));
        }
    }

    /// All that waits counts as missed.
    private void giveUp() {
        waiting.forEach(early ->
                early.told().versions().forEach((topic, version) -> skipTo(topic, version)));
        waiting.clear();
    }

    /// Gives up waiting for what is missing.
    private synchronized void lookForGaps() {
        Instant longAgo = clock.instant().minus(PATIENCE);
        List<Early> late = waiting.stream().filter(one -> one.since().isBefore(longAgo)).toList();
        late.forEach(early -> skip(early.told()));
        passOn();
    }

    /// What was so at the last beat and has not been heard of since is missed.
    private void beat() {
        Map<Topic, Long> now = versions.of(topics());
        synchronized (this) {
            now.forEach((topic, version) -> {
                Followed there = followed.get(topic);
                if (there != null && there.isKnown()) {
                    skipTo(topic, there.beat);
                    there.beat = version;
                }
            });
            passOn();
        }
    }

    private synchronized Set<Topic> topics() {
        return Set.copyOf(followed.keySet());
    }

    void tick() {
        guarded(this::lookForGaps);
        ticks = (ticks + 1) % TICKS_BETWEEN_BEATS;
        if (ticks == 0) {
            guarded(this::beat);
        }
    }

    @Override
    public void start() {
        beat.start();
    }

    @Override
    public void stop() {
        beat.stop();
    }

    @Override
    public boolean isRunning() {
        return beat.isRunning();
    }

    private static void guarded(Runnable hears) {
        try {
            hears.run();
        } catch (RuntimeException failure) {
            log.warn("A live screen could not be told", failure);
        }
    }
}

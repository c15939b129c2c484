package org.rotfaden.realtime.stomp;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Told;
import org.rotfaden.activity.Topic;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one spectator follows over one connection. Nothing is said of what she may not know of, and
/// nothing after a subscription has ended.
final class Followed {

    private static final Logger log = LoggerFactory.getLogger(Followed.class);

    static final String NOT_FOUND = "NOT_FOUND";
    static final String TOO_MANY_TOPICS = "TOO_MANY_TOPICS";
    static final String RIGHT_ENDED = "RIGHT_ENDED";
    static final String LOGGED_OUT = "LOGGED_OUT";

    /// Where what is to be said goes.
    interface Voice {

        void say(Subscription subscription, LiveMessage message);

        /// Whether nobody has asked anew what she may since the server stood still.
        boolean isHeld();

        /// What the spectator came in by has ended, and all subscriptions with it.
        void loggedOut();

        /// Nobody can say what she may know of.
        void failed();
    }

    private final Spectator spectator;
    private final StompServices services;
    private final Voice voice;
    private final Waiting waiting;

    /// Guards all below: one thing is said after the other.
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<String, Subscription> subscriptions = new LinkedHashMap<>();
    private Set<Topic> keys = Set.of();
    private Runnable stop = () -> {};
    private boolean closed;

    /// When what she came in by ended, as far as was known when it was asked about last.
    private volatile Instant validUntil = Instant.MAX;

    private final AtomicBoolean isBeingAsked = new AtomicBoolean();

    Followed(Spectator spectator, StompServices services, Voice voice) {
        this.spectator = spectator;
        this.services = services;
        this.voice = voice;
        this.waiting = new Waiting(services.threads(), this::pass);
    }

    /// Hears of changes of rights from now on, and only then looks at what they are.
    void begin() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            stop = services.topics().follow(Set.of(), new Hearer(null));
            services.asking(() -> lookAgain(true));
        } finally {
            lock.unlock();
        }
    }

    boolean isTaken(String id) {
        lock.lock();
        try {
            return subscriptions.containsKey(id);
        } finally {
            lock.unlock();
        }
    }

    /// Follows a subject, or says why not. Who may not know of it costs nothing; who may is listed
    /// first and asked about once more.
    void subscribe(Subscription subscription) {
        lock.lock();
        try {
            if (!closed) {
                services.asking(() -> admit(subscription));
            }
        } finally {
            lock.unlock();
        }
    }

    private void admit(Subscription subscription) {
        if (!spectator.sees(subscription.subject)) {
            voice.say(subscription, LiveMessage.refused(NOT_FOUND));
        } else if (!spectator.mayFollowOneMore()) {
            voice.say(subscription, LiveMessage.refused(TOO_MANY_TOPICS));
        } else {
            subscriptions.put(subscription.id, subscription);
            follow(subscription);
        }
    }

    private void follow(Subscription subscription) {
        Topic topic = subscription.topic;
        subscription.stop = services.topics().follow(Set.of(topic), new Hearer(subscription));
        if (spectator.sees(subscription.subject)) {
            long version = services.versions().of(Set.of(topic)).getOrDefault(topic, 0L);
            subscription.version = version;
            voice.say(
                    subscription,
                    LiveMessage.following(
                            subscription.subject, services.clock().instant(), version));
        } else {
            strikeOff(subscription);
            voice.say(subscription, LiveMessage.refused(NOT_FOUND));
        }
    }

    void unsubscribe(String id) {
        lock.lock();
        try {
            Subscription subscription = subscriptions.get(id);
            if (subscription != null) {
                strikeOff(subscription);
            }
        } finally {
            lock.unlock();
        }
    }

    private void strikeOff(Subscription subscription) {
        subscriptions.remove(subscription.id);
        subscription.stop.run();
        spectator.followsOneLess();
    }

    /// The connection is gone.
    void close() {
        lock.lock();
        try {
            closed = true;
            stop.run();
            List.copyOf(subscriptions.values()).forEach(this::strikeOff);
        } finally {
            lock.unlock();
        }
    }

    private void endAll(String code) {
        List.copyOf(subscriptions.values()).forEach(subscription -> end(subscription, code));
    }

    private void end(Subscription subscription, String code) {
        strikeOff(subscription);
        voice.say(subscription, LiveMessage.ended(code));
    }

    private void pass(Waiting.Batch batch) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (voice.isHeld() || !batch.rights().isNone() || !batch.missed().isEmpty()) {
                services.asking(() -> ask(batch));
            }
            batch.items().forEach(item -> say(item.subscription(), item.told()));
        } catch (Throwable failure) {
            log.warn("A screen could not be told: {}", failure.toString());
            voice.failed();
        } finally {
            lock.unlock();
        }
    }

    private void ask(Waiting.Batch batch) {
        if (voice.isHeld()) {
            lookAgain(true);
        } else if (!batch.rights().isNone()
                && spectator.isConcernedBy(batch.rights(), subjects())) {
            lookAgain(spectator.mayHaveLeft(batch.rights()));
        }
        batch.missed().stream().filter(this::isOpen).forEach(this::sayThatSomethingIsMissing);
    }

    /// Asks whether what she came in by has ended, or has been prolonged, once it may have. Where
    /// nobody answers it is asked again with the next tick.
    void tick(Instant now) {
        if (!now.isBefore(validUntil) && isBeingAsked.compareAndSet(false, true)) {
            services.threads()
                    .execute(() -> {
                        try {
                            askAnew();
                        } catch (RuntimeException unanswered) {
                            log.debug("Nobody can say whether somebody is still in", unanswered);
                        } finally {
                            isBeingAsked.set(false);
                        }
                    });
        }
    }

    /// What she may is asked anew, whether somebody told of a change or not.
    void askAnew() {
        lock.lock();
        try {
            if (!closed) {
                services.asking(() -> lookAgain(true));
            }
        } finally {
            lock.unlock();
        }
    }

    /// @param mayHaveLeft whether what she came in by may have ended
    private void lookAgain(boolean mayHaveLeft) {
        if (mayHaveLeft) {
            Optional<Instant> until = spectator.validUntil();
            if (until.isEmpty()) {
                endAll(LOGGED_OUT);
                voice.loggedOut();
                return;
            }
            validUntil = until.get();
        }
        keys = spectator.keys();
        List.copyOf(subscriptions.values()).stream()
                .filter(subscription -> !spectator.sees(subscription.subject))
                .forEach(subscription -> end(subscription, RIGHT_ENDED));
    }

    private void say(Subscription subscription, Told told) {
        long version = told.version(subscription.topic);
        boolean isNew = version > subscription.version;
        if (isOpen(subscription)
                && isNew
                && !Collections.disjoint(told.versions().keySet(), keys)) {
            subscription.version = version;
            voice.say(subscription, LiveMessage.of(told, subscription.subject, version));
        }
    }

    private void sayThatSomethingIsMissing(Subscription subscription) {
        Topic topic = subscription.topic;
        subscription.version = services.versions().of(Set.of(topic)).getOrDefault(topic, 0L);
        voice.say(
                subscription,
                LiveMessage.missed(
                        subscription.subject, services.clock().instant(), subscription.version));
    }

    private boolean isOpen(Subscription subscription) {
        return subscription.equals(subscriptions.get(subscription.id));
    }

    private Set<Subject> subjects() {
        return subscriptions.values().stream()
                .map(subscription -> subscription.subject)
                .collect(toUnmodifiableSet());
    }

    /// Hears for one subscription, or, for none, of rights.
    private final class Hearer implements LiveTopics.Listener {

        private final @Nullable Subscription subscription;

        Hearer(@Nullable Subscription subscription) {
            this.subscription = subscription;
        }

        @Override
        public void happened(Told told) {
            if (subscription != null) {
                waiting.add(subscription, told);
            }
        }

        @Override
        public void rightsChanged(RightsChanged changed) {
            if (subscription == null) {
                waiting.add(changed);
            }
        }

        @Override
        public void missed() {
            if (subscription != null) {
                waiting.missed(subscription);
            }
        }
    }
}

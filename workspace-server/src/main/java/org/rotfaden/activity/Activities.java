package org.rotfaden.activity;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells what happened, once. Inside the transaction that does it hear those who go with it, by
/// Spring's events; once it is committed those who follow ([Follows]) and those who show it
/// ([Hearing]).
@Service
public class Activities {

    private static final Logger log = LoggerFactory.getLogger(Activities.class);

    private final TopicVersions versions;
    private final Permissions permissions;
    private final ObjectProvider<Hearing> hearing;
    private final ObjectProvider<KeptAtHand> keptAtHand;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Activities(
            TopicVersions versions,
            Permissions permissions,
            ObjectProvider<Hearing> hearing,
            ObjectProvider<KeptAtHand> keptAtHand,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.permissions = permissions;
        this.hearing = hearing;
        this.keptAtHand = keptAtHand;
        this.events = events;
        this.clock = clock;
    }

    /// Tells what the current transaction does.
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Activity what) {
        List<KeptAtHand> concerned = concernedBy(what);
        underway().happens(what, !concerned.isEmpty());
        concerned.forEach(one -> one.kept().changed());
        events.publishEvent(what);
    }

    /// Tells that the current transaction changes what somebody may do; without one it has changed.
    public void tell(RightsChanged changed) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            underway().changes(changed);
        } else {
            pass(News.of(changed), null);
        }
    }

    /// Passes on what happened on another node; what is kept at hand of it is forgotten first.
    ///
    /// @param by who carries it between the nodes, and is not told
    public void happenedElsewhere(News news, Hearing by) {
        news.told()
                .forEach(told ->
                        concernedBy(told.what()).forEach(one -> guarded(one.kept()::changed)));
        pass(news, by);
    }

    /// This node was not told of everything: nothing that is kept at hand counts any more, and all
    /// who show something look anew.
    void missed() {
        forgetAll();
        hearing.forEach(one -> guarded(one::missed));
    }

    /// Nothing that is kept at hand counts any more.
    void forgetAll() {
        keptAtHand.forEach(one -> guarded(one.kept()::forget));
        permissions.forget(RightsChanged.ofEverybody());
    }

    private void pass(News news, @Nullable Hearing but) {
        permissions.forget(news.rights());
        hearing.stream().filter(one -> !one.equals(but)).forEach(one -> hear(one, news));
    }

    /// Whoever fails to hear it has missed it.
    private static void hear(Hearing one, News news) {
        try {
            one.heard(news);
        } catch (RuntimeException failure) {
            log.error("What happened could not be shown", failure);
            guarded(one::missed);
        }
    }

    private List<KeptAtHand> concernedBy(Activity what) {
        return keptAtHand.stream().filter(one -> one.isChangedBy(what)).toList();
    }

    private Underway underway() {
        Underway underway = (Underway) TransactionSynchronizationManager.getResource(this);
        if (underway == null) {
            underway = new Underway();
            TransactionSynchronizationManager.bindResource(this, underway);
            TransactionSynchronizationManager.registerSynchronization(underway);
        }
        return underway;
    }

    /// The keys of those who may know of it, as things stand now.
    private Set<Topic> topicsOf(Activity what) {
        Set<Topic> topics = new HashSet<>();
        what.concerned().forEach(subject -> topics.add(Topic.about(subject)));
        what.audience().keys().forEach(key -> topics.add(Topic.of(key)));
        what.audience()
                .asked()
                .forEach(question ->
                        permissions
                                .scopeOf(question.subject())
                                .map(scope -> scope.keys(question.permission()))
                                .orElse(Set.of())
                                .forEach(key -> topics.add(Topic.of(key))));
        return topics;
    }

    /// One who fails does not keep the others from it.
    private static void guarded(Runnable hears) {
        try {
            hears.run();
        } catch (RuntimeException failure) {
            log.error("What happened could not be shown", failure);
        }
    }

    /// What one transaction will have to tell.
    private final class Underway implements TransactionSynchronization {

        private final List<Activity> happened = new ArrayList<>();
        private final List<Told> told = new ArrayList<>();
        private RightsChanged rights = RightsChanged.none();
        private long number;
        private boolean changesWhatIsKeptAtHand;
        private boolean isCounted;

        void happens(Activity what, boolean changesWhatIsKeptAtHand) {
            expectOpen(what.kind());
            happened.add(what);
            this.changesWhatIsKeptAtHand |= changesWhatIsKeptAtHand;
        }

        void changes(RightsChanged changed) {
            expectOpen(changed);
            rights = rights.and(changed);
        }

        private void expectOpen(Object what) {
            if (isCounted) {
                throw new IllegalStateException("Told when all was counted: " + what);
            }
        }

        /// After the audit trail, for which writers wait for each other too, and which says so as
        /// well: in two orders two of them would wait for ever.
        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            isCounted = true;
            List<Set<Topic>> topics = happened.stream().map(Activities.this::topicsOf).toList();
            SortedMap<Topic, Integer> more = new TreeMap<>();
            if (!rights.isNone() || changesWhatIsKeptAtHand) {
                more.put(Topic.OF_ALL_NODES, 1);
            }
            topics.forEach(each -> each.forEach(topic -> more.merge(topic, 1, Integer::sum)));
            if (more.isEmpty()) {
                return;
            }
            Map<Topic, Long> next = new HashMap<>();
            versions.raise(more)
                    .forEach((topic, last) ->
                            next.put(topic, last - requireNonNull(more.get(topic)) + 1));
            number = next.getOrDefault(Topic.OF_ALL_NODES, 0L);
            Instant now = clock.instant();
            for (int place = 0; place < happened.size(); place++) {
                Map<Topic, Long> own = new HashMap<>();
                topics.get(place)
                        .forEach(topic -> own.put(topic, next.merge(topic, 1L, Long::sum) - 1));
                told.add(new Told(happened.get(place), now, own));
            }
            told.forEach(events::publishEvent);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Activities.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Activities.this, this);
        }

        @Override
        public void afterCommit() {
            pass(new News(rights, number, told), null);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Activities.this);
        }
    }
}

package org.rotfaden.realtime.socket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Hearing;
import org.rotfaden.activity.News;
import org.rotfaden.activity.Watch;
import org.rotfaden.beat.Beat;
import org.rotfaden.beat.Standstill;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.LiveConnections;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.rooms.LiveLimits;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// All connections of this node. Whoever loses a right, logs out or has a token revoked loses the
/// sockets that were opened with it at once; whoever never says who they are is not waited for.
@Component
public class OpenConversations
        implements Hearing, Standstill.Listener, SmartLifecycle, LiveConnections {

    private static final Logger log = LoggerFactory.getLogger(OpenConversations.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    /// Leaves most of the database's connections to others.
    private static final int ASKED_AT_ONCE = 4;

    /// Over this time the connections are closed when the server stops, so that the clients do not
    /// all come back in the same instant.
    private static final Duration STAGGER = Duration.ofSeconds(1);

    private final Map<Conversation, Instant> begun = new ConcurrentHashMap<>();
    private final Set<Stay> toAsk = ConcurrentHashMap.newKeySet();
    private final ExecutorService asking =
            Executors.newFixedThreadPool(
                    ASKED_AT_ONCE, Thread.ofVirtual().name("live-rights-", 0).factory());
    private final Doorkeeper doorkeeper;
    private final Standstill standstill;
    private final Watch watch;
    private final LiveLimits limits;
    private final Clock clock;
    private final Beat ticker = new Beat("live-sockets", TICK, this::tick);

    OpenConversations(
            Doorkeeper doorkeeper,
            Standstill standstill,
            Watch watch,
            LiveLimits limits,
            Clock clock) {
        this.doorkeeper = doorkeeper;
        this.standstill = standstill;
        this.watch = watch;
        this.limits = limits;
        this.clock = clock;
    }

    void add(Conversation conversation) {
        begun.put(conversation, clock.instant());
        if (!isRunning()) {
            conversation.connection().close(CloseCodes.of(Ending.SHUTDOWN));
        }
    }

    @Override
    public int inDocuments() {
        return (int) begun.keySet().stream().filter(DocumentConversation.class::isInstance).count();
    }

    @Override
    public int following() {
        return begun.size() - inDocuments();
    }

    void remove(Conversation conversation) {
        begun.remove(conversation);
    }

    @Override
    public void heard(News news) {
        if (!news.rights().isNone()) {
            rightsChanged(news.rights());
        }
    }

    @Override
    public void missed() {
        rightsChanged(RightsChanged.ofEverybody());
    }

    /// Nobody hears or says anything before it is asked anew whether she may.
    @Override
    public void stoodStill() {
        begun.keySet().forEach(this::askAnewSoon);
    }

    /// Where nobody answers, the connection is held on and asked about a second later.
    private void askAnewSoon(Conversation conversation) {
        asking.execute(() -> {
            if (conversation.connection().isHeld()) {
                guarded(() -> askAnew(conversation));
            }
        });
    }

    /// Asks in this thread. Where nothing was missed, nobody has to be asked about.
    void askAnew(Conversation conversation) {
        long standstills = standstill.count();
        conversation.tick(clock.instant());
        if (!watch.hasHeardAll()) {
            conversation.askAnew();
        }
        conversation.connection().asked(standstills);
    }

    /// What members may do has changed, or what they came in with has ended, or a day began: more
    /// is granted on the spot, less ends the stay.
    private void rightsChanged(RightsChanged changed) {
        if (changed.belonging().isEmpty()) {
            askSoon(concernedBy(changed, Set.of()));
        } else {
            asking.execute(() -> askSoon(concernedBy(changed, documentsOf(changed.belonging()))));
        }
    }

    /// Whom changed roles somewhere concern takes longer to find out than to ask again, and where
    /// nobody can say which documents belong elsewhere now, all are asked about.
    private static Predicate<Stay> concernedBy(
            RightsChanged changed, @Nullable Set<DocumentId> documents) {
        if (changed.everybody() || !changed.rolesAt().isEmpty() || documents == null) {
            return _ -> true;
        }
        return stay ->
                changed.members().contains(stay.visitor().person().member())
                        || documents.contains(stay.participant().document());
    }

    private @Nullable Set<DocumentId> documentsOf(Set<Subject> subjects) {
        try {
            return subjects.stream()
                    .flatMap(subject -> doorkeeper.documentsOf(subject).stream())
                    .collect(Collectors.toSet());
        } catch (RuntimeException failure) {
            log.warn("Nobody can say which documents belong elsewhere now", failure);
            return null;
        }
    }

    private void askSoon(Predicate<Stay> concerned) {
        for (Conversation conversation : begun.keySet()) {
            if (conversation instanceof DocumentConversation inDocuments) {
                inDocuments.stays().stream()
                        .filter(concerned)
                        .forEach(stay -> askSoon(inDocuments, stay));
            }
        }
    }

    /// Whoever changed the rights does not wait for the answers. Who is to be asked about anyway is
    /// not asked about twice.
    private void askSoon(DocumentConversation conversation, Stay stay) {
        if (toAsk.add(stay)) {
            asking.execute(() -> {
                toAsk.remove(stay);
                doorkeeper.askAgain(conversation, stay);
            });
        }
    }

    @Override
    public void start() {
        ticker.start();
    }

    @Override
    public void stop() {
        ticker.stop();
        List<Conversation> all = List.copyOf(begun.keySet());
        for (Conversation conversation : all) {
            conversation.connection().close(CloseCodes.of(Ending.SHUTDOWN));
            LockSupport.parkNanos(STAGGER.toNanos() / all.size());
        }
    }

    @Override
    public boolean isRunning() {
        return ticker.isRunning();
    }

    /// Stops before the server takes the connections away, so that the clients hear why.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    private void tick() {
        Instant now = clock.instant();
        begun.forEach((conversation, since) ->
                guarded(() -> {
                    if (!conversation.isAuthenticated()
                            && since.plus(limits.authentication()).isBefore(now)) {
                        conversation.connection().close(CloseCodes.AUTHENTICATION_TIMEOUT);
                    }
                    conversation.tick(now);
                    if (conversation.connection().isHeld()) {
                        askAnewSoon(conversation);
                    }
                    conversation.connection().signOfLife(limits.signOfLife());
                }));
    }

    /// A failure harms this one alone.
    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (DataAccessException | TransactionException unanswered) {
            log.warn("Nobody can say what somebody may now: {}", unanswered.toString());
        } catch (Throwable failure) {
            log.error("A connection could not be looked after", failure);
        }
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rotfaden.activity.Told;
import org.rotfaden.activity.Topic;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows, for all parts of what one browser shows, what its reader may know of, and keeps what
/// has happened and is not shown yet, in its order. Whoever does things does not wait for screens.
/// A browser that takes nothing, because it sleeps or does not listen, keeps little waiting: what
/// it shows is loaded anew when it is back.
final class Inbox implements LiveTopics.Listener {

    private static final int MOST_WAITING = 100;

    /// So often it shows something before it waits for the browser to say that it can see it: what
    /// a browser does not take is kept for it.
    private static final int MOST_UNSEEN = 2;

    /// What failed is tried again after a second, and later with longer pauses, in seconds.
    private static final int LONGEST_PAUSE = 30;

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    private record Item(LivePage page, Runnable showing) {}

    private final UI ui;
    private final Live live;
    private final MemberId reader;
    private final List<LivePage> pages = new CopyOnWriteArrayList<>();
    private volatile Set<Subject> places = Set.of();
    private Runnable stop = () -> {};
    private boolean isFollowing;

    private final Deque<Item> waiting = new ArrayDeque<>();
    private final Set<LivePage> stale = new LinkedHashSet<>();
    private boolean holdsOtherKeys;
    private boolean isUnderway;
    private final Awaited answer = new Awaited();
    private int unseen;
    private volatile int failures;

    private Inbox(UI ui, Live live, MemberId reader) {
        this.ui = ui;
        this.live = live;
        this.reader = reader;
    }

    static Inbox of(UI ui, Live live, MemberId reader) {
        Inbox there = ComponentUtil.getData(ui, Inbox.class);
        if (there == null) {
            there = new Inbox(ui, live, reader);
            ComponentUtil.setData(ui, Inbox.class, there);
        }
        return there;
    }

    /// From now on nothing is missed of what the page hears.
    void open(LivePage page) {
        if (pages.isEmpty()) {
            beginAnew();
        }
        pages.add(page);
        if (!isFollowing) {
            try {
                follow();
            } catch (RuntimeException failure) {
                pages.remove(page);
                followNoLonger();
                throw failure;
            }
        }
    }

    /// What was sent before is gone, with all that was asked.
    private synchronized void beginAnew() {
        unseen = 0;
        answer.forget();
    }

    void close(LivePage page) {
        pages.remove(page);
        forget(page);
        if (pages.isEmpty()) {
            followNoLonger();
        }
    }

    synchronized void forget(LivePage page) {
        waiting.removeIf(item -> item.page().equals(page));
        stale.remove(page);
    }

    /// Follows what the reader may know of now, and then no longer what she might know before. Her
    /// keys may become others before she follows with them.
    private void follow() {
        Set<Topic> topics;
        do {
            Runnable before = stop;
            topics = live.topicsOf(reader);
            places = live.placesOf(reader);
            stop = live.topics().follow(topics, this);
            isFollowing = true;
            before.run();
        } while (!topics.equals(live.topicsOf(reader)));
    }

    private void followNoLonger() {
        stop.run();
        isFollowing = false;
    }

    @Override
    public void happened(Told told) {
        for (LivePage page : pages) {
            try {
                page.hear(told.what(), this);
            } catch (RuntimeException failure) {
                loadAnew(page);
            }
        }
    }

    @Override
    public void rightsChanged(RightsChanged changed) {
        boolean isHers = changed.concerns(reader, places);
        for (LivePage page : pages) {
            if (isHers || page.isConcernedBy(changed)) {
                loadAnew(page);
            }
        }
        if (isHers) {
            followAnew();
        }
    }

    @Override
    public void missed() {
        pages.forEach(this::loadAnew);
    }

    private synchronized void followAnew() {
        holdsOtherKeys = true;
        goOn();
    }

    synchronized void add(LivePage page, Runnable showing) {
        if (stale.contains(page)) {
            return;
        }
        if (waiting.size() < MOST_WAITING) {
            waiting.add(new Item(page, showing));
        } else {
            waiting.forEach(item -> stale.add(item.page()));
            stale.add(page);
            waiting.clear();
        }
        goOn();
    }

    /// Nothing that waits is needed: the page loads all of it.
    synchronized void loadAnew(LivePage page) {
        waiting.removeIf(item -> item.page().equals(page));
        stale.add(page);
        goOn();
    }

    private void goOn() {
        boolean isThereSomething = holdsOtherKeys || !waiting.isEmpty() || !stale.isEmpty();
        boolean mayShow = unseen < MOST_UNSEEN;
        if (isThereSomething && !isUnderway && (mayShow || !answer.isPending())) {
            isUnderway = true;
            Thread.startVirtualThread(() -> inTurn(mayShow ? this::showAll : this::askAgain));
        }
    }

    private void inTurn(Command command) {
        try {
            Thread.sleep(Duration.ofSeconds(Math.min(failures, LONGEST_PAUSE)));
            var _ = ui.access(command);
        } catch (UIDetachedException closedMeanwhile) {
            // nobody looks any more
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    /// The answer got lost, or the browser sleeps.
    private synchronized void askAgain() {
        isUnderway = false;
        ask();
    }

    private void showAll() {
        boolean followAnew;
        List<LivePage> anew;
        List<Item> next;
        synchronized (this) {
            followAnew = holdsOtherKeys;
            anew = List.copyOf(followAnew ? pages : stale);
            next = new ArrayList<>(waiting);
            holdsOtherKeys = false;
            stale.clear();
            waiting.clear();
        }
        Set<LivePage> failed = new LinkedHashSet<>();
        boolean isFollowingAnew = !followAnew || pages.isEmpty() || succeeds(this::follow);
        anew.stream().filter(page -> !succeeds(page::loadAnew)).forEach(failed::add);
        next.stream()
                .filter(item -> !succeeds(() -> item.page().apply(item.showing())))
                .forEach(item -> failed.add(item.page()));
        shown(failed, isFollowingAnew);
    }

    /// What fails for one keeps nothing from the others.
    private static boolean succeeds(Runnable showing) {
        try {
            showing.run();
            return true;
        } catch (RuntimeException failure) {
            log.warn("A page could not be brought up to date: {}", failure.getClass().getName());
            return false;
        }
    }

    private synchronized void shown(Set<LivePage> failed, boolean isFollowingAnew) {
        isUnderway = false;
        failed.stream().filter(pages::contains).forEach(stale::add);
        holdsOtherKeys |= !isFollowingAnew;
        failures = failed.isEmpty() && isFollowingAnew ? 0 : failures + 1;
        if (ui.getInternals().isDirty()) {
            unseen++;
            if (!answer.isPending()) {
                ask();
            }
        }
        goOn();
    }

    private void ask() {
        answer.ask(ui.getElement(), "return true", _ -> seen());
    }

    private synchronized void seen() {
        unseen = 0;
        goOn();
    }
}

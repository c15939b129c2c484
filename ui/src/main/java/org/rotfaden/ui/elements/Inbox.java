package org.rotfaden.ui.elements;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What has happened and is not shown yet on one browser's page, in its order. Whoever does things
/// does not wait for screens. A page that takes nothing, because it sleeps or does not listen,
/// keeps little waiting: then it loads anew when it is back.
final class Inbox {

    private static final int MOST_WAITING = 100;

    /// So often it shows something before it asks the browser whether it can see it.
    private static final int BEFORE_ASKING = 4;

    /// So often it shows something before it waits for that answer.
    private static final int MOST_UNSEEN = 12;

    private record Item(LivePage page, Runnable showing) {}

    private final UI ui;
    private final Deque<Item> waiting = new ArrayDeque<>();
    private final Set<LivePage> stale = new LinkedHashSet<>();
    private boolean isUnderway;
    private int unseen;
    private boolean isAsked;

    private Inbox(UI ui) {
        this.ui = ui;
    }

    static Inbox of(UI ui) {
        Inbox there = ComponentUtil.getData(ui, Inbox.class);
        if (there == null) {
            there = new Inbox(ui);
            ComponentUtil.setData(ui, Inbox.class, there);
        }
        return there;
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
        waiting.removeIf(item -> item.page() == page);
        stale.add(page);
        goOn();
    }

    synchronized void forget(LivePage page) {
        waiting.removeIf(item -> item.page() == page);
        stale.remove(page);
    }

    private void goOn() {
        boolean isThereSomething = !waiting.isEmpty() || !stale.isEmpty();
        if (isThereSomething && !isUnderway && unseen < MOST_UNSEEN) {
            isUnderway = true;
            Thread.startVirtualThread(this::show);
        }
    }

    private void show() {
        try {
            var _ = ui.access(this::showAll);
        } catch (UIDetachedException closedMeanwhile) {
            // nobody looks any more
        }
    }

    private void showAll() {
        List<LivePage> anew;
        List<Item> next;
        synchronized (this) {
            anew = List.copyOf(stale);
            next = new ArrayList<>(waiting);
            stale.clear();
            waiting.clear();
        }
        try {
            anew.forEach(LivePage::loadAnew);
            next.forEach(item -> item.page().apply(item.showing()));
        } finally {
            shown();
        }
    }

    private synchronized void shown() {
        isUnderway = false;
        unseen++;
        if (unseen >= BEFORE_ASKING && !isAsked) {
            isAsked = true;
            ui.getElement().executeJs("return true").then(_ -> seen(), _ -> seen());
        }
        goOn();
    }

    private synchronized void seen() {
        isAsked = false;
        unseen = 0;
        goOn();
    }
}

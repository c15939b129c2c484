package org.rotfaden.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.rotfaden.http.SpareMemory;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.SignedIn;
import org.springframework.stereotype.Component;

/// The pages that are open on this server. Each is kept in memory, so that one member has a bounded
/// number, and all together take a bounded part of it: then whoever takes most gives up the page
/// that was used longest ago.
@Component
class OpenPages implements VaadinServiceInitListener {

    /// So many pages one member has open.
    static final int MOST_OF_ONE = 40;

    private static final class Page {

        private final UI ui;
        private final Object owner;
        private volatile long bytes = PageSize.AT_FIRST;
        private volatile long lastUsed = System.nanoTime();

        Page(UI ui, Object owner) {
            this.ui = ui;
            this.owner = owner;
        }

        /// How long ago, in nanoseconds.
        long unused() {
            return System.nanoTime() - lastUsed;
        }
    }

    private final CurrentMember currentMember;
    private final long most = SpareMemory.PAGES.bytes();
    private final Set<Page> open = ConcurrentHashMap.newKeySet();

    OpenPages(CurrentMember currentMember) {
        this.currentMember = currentMember;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> list(init.getUI()));
        event.addRequestHandler(new PageRequests(this::used));
    }

    private void list(UI ui) {
        var page = new Page(ui, owner(ui));
        open.add(page);
        ui.addDetachListener(_ -> open.remove(page));
        closeSuperfluous(page.owner);
    }

    /// Somebody did something on a page; it may have become larger.
    private void used(UI ui) {
        open.stream()
                .filter(page -> page.ui.equals(ui))
                .findAny()
                .ifPresent(page -> {
                    page.lastUsed = System.nanoTime();
                    page.bytes = PageSize.of(ui);
                    closeSuperfluous(page.owner);
                });
    }

    /// One after the other, so that no two take the same page for the oldest.
    private synchronized void closeSuperfluous(Object owner) {
        List<Page> own = of(owner);
        while (own.size() > MOST_OF_ONE) {
            closeOldest(own);
            own = of(owner);
        }
        while (bytes(open) > most) {
            closeOldest(ofWhoeverTakesMost());
        }
    }

    private static long bytes(Iterable<Page> pages) {
        long all = 0;
        for (Page page : pages) {
            all += page.bytes;
        }
        return all;
    }

    private List<Page> of(Object owner) {
        return open.stream().filter(one -> one.owner.equals(owner)).toList();
    }

    /// A member; before there is one, whoever sets the workspace up.
    private Object owner(UI ui) {
        return currentMember.find().<Object>map(SignedIn::member).orElseGet(ui::getSession);
    }

    private List<Page> ofWhoeverTakesMost() {
        return open.stream().collect(Collectors.groupingBy(page -> page.owner)).values().stream()
                .max(Comparator.comparingLong(OpenPages::bytes))
                .orElse(List.of());
    }

    private void closeOldest(List<Page> candidates) {
        candidates.stream()
                .max(Comparator.comparingLong(Page::unused))
                .filter(open::remove)
                .ifPresent(page -> Thread.startVirtualThread(() -> close(page.ui)));
    }

    /// Under the lock of its session, and not as a task of it: those run while the session goes
    /// through its pages.
    private static void close(UI ui) {
        VaadinSession session = ui.getSession();
        if (session == null) {
            return; // it has gone meanwhile
        }
        session.lock();
        try {
            if (ui.getSession() != null) {
                ui.close();
                session.removeUI(ui);
            }
        } finally {
            session.unlock();
        }
    }
}

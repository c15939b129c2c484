package org.rotfaden.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rotfaden.http.SpareMemory;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Pace;
import org.rotfaden.security.SignedIn;
import org.springframework.stereotype.Component;

/// The pages that are open on this server. Each is kept in memory, so that one member has a bounded
/// number, and all together take a bounded part of it. Beyond that the page goes that was used
/// longest ago: one of whoever takes much more than others, or else of all.
@Component
class OpenPages implements VaadinServiceInitListener {

    /// So many pages one member has open.
    static final int MOST_OF_ONE = 40;

    /// Nobody who takes less is asked for more than others, in bytes.
    private static final long MODEST = 10 * PageSize.AT_FIRST;

    private static final class Page {

        private final UI ui;
        private final Object owner;
        private long bytes = PageSize.AT_FIRST;
        private long lastUsed = System.nanoTime();

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
    private final Pace pace;
    private final long most = SpareMemory.PAGES.bytes();
    private final Set<Page> open = new HashSet<>();
    private long bytes;

    OpenPages(CurrentMember currentMember, Pace pace) {
        this.currentMember = currentMember;
        this.pace = pace;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> begun(init.getUI()));
        event.addRequestHandler(new PageRequests(this::used, currentMember, pace));
    }

    private void begun(UI ui) {
        var page = new Page(ui, owner(ui));
        ComponentUtil.setData(ui, Page.class, page);
        ui.addDetachListener(_ -> strikeOff(page));
        list(page);
    }

    /// A member; before there is one, whoever sets the workspace up.
    private Object owner(UI ui) {
        return currentMember.find().<Object>map(SignedIn::member).orElseGet(ui::getSession);
    }

    /// Somebody did something on a page; it may have become larger.
    private void used(UI ui) {
        Page page = ComponentUtil.getData(ui, Page.class);
        if (page != null) {
            weigh(page, PageSize.of(ui));
        }
    }

    private synchronized void list(Page page) {
        open.add(page);
        bytes += page.bytes;
        List<Page> own = open.stream().filter(one -> one.owner.equals(page.owner)).toList();
        if (own.size() > MOST_OF_ONE) {
            closeOldest(own);
        }
        makeRoom();
    }

    private synchronized void weigh(Page page, long now) {
        page.lastUsed = System.nanoTime();
        if (open.contains(page)) {
            bytes += now - page.bytes;
            page.bytes = now;
            makeRoom();
        }
    }

    private synchronized void strikeOff(Page page) {
        if (open.remove(page)) {
            bytes -= page.bytes;
        }
    }

    private void makeRoom() {
        while (bytes > most) {
            closeOldest(candidates());
        }
    }

    private Collection<Page> candidates() {
        Map<Object, List<Page>> owners =
                open.stream().collect(Collectors.groupingBy(page -> page.owner));
        long fair = Math.max(MODEST, 2 * most / owners.size());
        return owners.values().stream()
                .filter(pages -> bytes(pages) > fair)
                .max(Comparator.comparingLong(OpenPages::bytes))
                .<Collection<Page>>map(pages -> pages)
                .orElse(open);
    }

    private static long bytes(List<Page> pages) {
        return pages.stream().mapToLong(page -> page.bytes).sum();
    }

    private void closeOldest(Collection<Page> candidates) {
        Page oldest = Collections.max(candidates, Comparator.comparingLong(Page::unused));
        strikeOff(oldest);
        Thread.startVirtualThread(() -> close(oldest.ui));
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

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

/// The pages that are open on this server. Each is kept in memory, so that there is a bounded
/// number for one member and for all together: then whoever has the most gives up the one that was
/// heard of longest ago. That page loads again when somebody comes back to it.
@Component
class OpenPages implements VaadinServiceInitListener {

    /// So many pages one member has open.
    static final int MOST_OF_ONE = 40;

    /// What a page takes at the most, in bytes; measured: 170 to 355 kB.
    private static final long SIZE = 350_000;

    private record Page(UI ui, Object owner) {

        long lastHeard() {
            return ui.getInternals().getLastHeartbeatTimestamp();
        }
    }

    private final CurrentMember currentMember;
    private final int most;
    private final Set<Page> open = ConcurrentHashMap.newKeySet();

    OpenPages(CurrentMember currentMember) {
        this.currentMember = currentMember;
        this.most = Math.max(2 * MOST_OF_ONE, SpareMemory.PAGES.holds(SIZE));
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> list(init.getUI()));
    }

    private void list(UI ui) {
        var page = new Page(ui, owner(ui));
        open.add(page);
        ui.addDetachListener(_ -> open.remove(page));
        closeSuperfluous(page.owner());
    }

    /// One after the other, so that no two take the same page for the oldest.
    private synchronized void closeSuperfluous(Object owner) {
        List<Page> own = of(owner);
        while (own.size() > MOST_OF_ONE) {
            closeOldest(own);
            own = of(owner);
        }
        while (open.size() > most) {
            closeOldest(ofWhoeverHasMost());
        }
    }

    private List<Page> of(Object owner) {
        return open.stream().filter(one -> one.owner().equals(owner)).toList();
    }

    /// A member; before there is one, whoever sets the workspace up.
    private Object owner(UI ui) {
        return currentMember.find().<Object>map(SignedIn::member).orElseGet(ui::getSession);
    }

    private List<Page> ofWhoeverHasMost() {
        return open.stream().collect(Collectors.groupingBy(Page::owner)).values().stream()
                .max(
                        Comparator.<List<Page>>comparingInt(List::size)
                                .thenComparing(OpenPages::lastHeard, Comparator.reverseOrder()))
                .orElse(List.of());
    }

    private static long lastHeard(List<Page> pages) {
        return pages.stream().mapToLong(Page::lastHeard).min().orElse(0);
    }

    private void closeOldest(List<Page> candidates) {
        candidates.stream()
                .min(Comparator.comparingLong(Page::lastHeard))
                .filter(open::remove)
                .ifPresent(page -> Thread.startVirtualThread(() -> close(page.ui())));
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

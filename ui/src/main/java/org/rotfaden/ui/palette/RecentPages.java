package org.rotfaden.ui.palette;

import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.List;
import org.rotfaden.ui.elements.Paths;

/// The things whose pages somebody opened last since she logged in, the latest first. Nothing of it
/// outlives the session, and whether she may still know of them is asked when they are shown.
public final class RecentPages {

    private static final int MOST = 6;
    private static final Class<Kept> KEY = Kept.class;

    private record Kept(List<String> pages) {}

    private RecentPages() {}

    /// A page was opened.
    public static void note(String path) {
        Paths.thingAt(path)
                .ifPresent(thing -> {
                    List<String> pages = new ArrayList<>(ofThisSession());
                    pages.remove(thing);
                    pages.addFirst(thing);
                    VaadinSession.getCurrent()
                            .setAttribute(KEY, new Kept(pages.stream().limit(MOST).toList()));
                });
    }

    static List<String> ofThisSession() {
        Kept kept = VaadinSession.getCurrent().getAttribute(KEY);
        return kept == null ? List.of() : kept.pages();
    }
}

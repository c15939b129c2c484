package org.rotfaden.ui.elements;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activity;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;

/// A page, or a part of one, that shows what happens while it happens: it follows, loads, shows,
/// and shows in its order what came meanwhile and what comes later. Where something was missed, or
/// what its reader may do has changed, it loads anew; where she may not see it any more, it closes
/// and says why.
///
/// What is heard may have been loaded already, so that showing it twice changes nothing.
public final class LivePage {

    /// One kind of things that a page hears.
    ///
    /// @param shown nothing where it loads anew
    private record Heard<E extends Activity>(
            Class<E> kind, Predicate<E> concerns, @Nullable Consumer<E> shown) {

        boolean hears(Activity what) {
            return kind.isInstance(what) && concerns.test(kind.cast(what));
        }

        void show(Activity what) {
            requireNonNull(shown).accept(kind.cast(what));
        }
    }

    private final Live live;
    private final Component page;
    private final HasComponents place;
    private final MemberId reader;
    private final Runnable show;
    private final List<Heard<?>> heard = new ArrayList<>();
    private @Nullable Runnable need;
    private Function<String, List<Component>> closed = why -> List.of(new Closed(why, null));
    private Predicate<RightsChanged> onRights = _ -> false;
    private volatile Set<Subject> looksAt = Set.of();
    private @Nullable Inbox inbox;
    private @Nullable String closedBecause;

    <C extends Component & HasComponents> LivePage(
            Live live, C page, MemberId reader, Runnable show) {
        this.live = live;
        this.page = page;
        this.place = page;
        this.reader = reader;
        this.show = show;
        page.addAttachListener(attached -> begin(attached.getUI()));
        page.addDetachListener(_ -> end());
    }

    /// Hears all of one kind and loads anew.
    public LivePage hears(Class<? extends Activity> kind) {
        return hears(kind, _ -> true);
    }

    /// Hears one kind of things and loads anew, once for all that comes together.
    ///
    /// @param concerns asked in any thread, so that it looks only at what does not change, or is
    ///   volatile
    public <E extends Activity> LivePage hears(Class<E> kind, Predicate<E> concerns) {
        heard.add(new Heard<>(kind, concerns, null));
        return this;
    }

    /// Hears one kind of things and shows them.
    ///
    /// @param concerns as above
    /// @param shown may show again what is shown already
    public <E extends Activity> LivePage hears(
            Class<E> kind, Predicate<E> concerns, Consumer<E> shown) {
        heard.add(new Heard<>(kind, concerns, shown));
        return this;
    }

    /// Closes when the reader may not see it any more, and opens again when she may.
    ///
    /// @param need throws why she may not
    public LivePage needs(Runnable need) {
        this.need = need;
        return this;
    }

    /// What stands there when it is closed.
    ///
    /// @param closed made of the reason
    public LivePage closesWith(Function<String, List<Component>> closed) {
        this.closed = closed;
        return this;
    }

    /// Loads anew also when what others may do has changed.
    ///
    /// @param which asked in any thread
    public LivePage onRights(Predicate<RightsChanged> which) {
        this.onRights = which;
        return this;
    }

    /// What can be seen on the page: where the rights to it change, it loads anew.
    public void looksAt(Collection<Subject> subjects) {
        looksAt = Set.copyOf(subjects);
    }

    /// Shows the page as it is now: at once, or as soon as it is there to be seen.
    public void show() {
        closedBecause = null;
        if (inbox != null) {
            inbox.forget(this);
            show.run();
        }
    }

    private void begin(UI ui) {
        var there = Inbox.of(ui, live, reader);
        inbox = there;
        there.open(this);
        loadAnew();
    }

    private void end() {
        if (inbox != null) {
            inbox.close(this);
            inbox = null;
        }
    }

    /// What was missed may have been anything, and what the reader may do another thing.
    void loadAnew() {
        if (inbox == null) {
            return;
        }
        UI ui = page.getUI().orElseThrow();
        try {
            if (need != null) {
                need.run();
            } else if (isClosed()) {
                show.run(); // a part that says by nothing else whether it may be seen again
            }
            if (isClosed()) {
                ui.refreshCurrentRoute(true);
            } else {
                show.run();
            }
        } catch (BrokenRule gone) {
            close(ui, live.sentences().of(gone, ui.getLocale()));
        }
    }

    /// Shows something, unless the page has gone meanwhile.
    void apply(Runnable showing) {
        if (inbox != null && !isClosed()) {
            try {
                showing.run();
            } catch (BrokenRule gone) {
                loadAnew();
            }
        }
    }

    private boolean isClosed() {
        return closedBecause != null;
    }

    /// It goes on following: another thing may be shown in its place. What was asked or typed in a
    /// dialog above a whole page could not be done any more.
    private void close(UI ui, String why) {
        if (why.equals(closedBecause)) {
            return;
        }
        closedBecause = why;
        if (need != null) {
            Dialogs.closeAll(ui);
        }
        place.removeAll();
        place.add(closed.apply(why));
    }

    /// Puts into the inbox what is to be shown of something that happened. Asked in any thread.
    void hear(Activity what, Inbox into) {
        List<Heard<?>> hearing = heard.stream().filter(one -> one.hears(what)).toList();
        if (hearing.stream().anyMatch(one -> one.shown() == null)) {
            into.loadAnew(this);
        } else {
            hearing.forEach(one ->
                    into.add(
                            this,
                            () -> {
                                if (one.hears(what)) {
                                    one.show(what);
                                }
                            }));
        }
    }

    /// Whether it hangs on what somebody may do now. Asked in any thread.
    boolean isConcernedBy(RightsChanged changed) {
        return onRights.test(changed) || changed.concerns(reader, looksAt);
    }
}

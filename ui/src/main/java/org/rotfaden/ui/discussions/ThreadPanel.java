package org.rotfaden.ui.discussions;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.discussions.PostId;
import org.rotfaden.discussions.ThreadEvent;
import org.rotfaden.discussions.ThreadId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.springframework.stereotype.Component;

/// A thread on a page, and what happens in it while it happens.
public final class ThreadPanel extends Div {

    /// Makes such panels.
    @Component
    public static final class Maker {

        private final ThreadsAtWork work;
        private final Live live;

        Maker(ThreadsAtWork work, Live live) {
            this.work = work;
            this.live = live;
        }

        /// The thread that stands beside a thing.
        public ThreadPanel beside(Subject about, MemberId reader) {
            return new ThreadPanel(
                    this, about, reader, null, () -> work.catalogue().beside(reader, about));
        }

        /// One thread.
        ///
        /// @param sought the post to which the address leads
        public ThreadPanel of(DiscussionThread thread, @Nullable PostId sought, MemberId reader) {
            return new ThreadPanel(
                    this,
                    thread.about(),
                    reader,
                    sought,
                    () -> work.catalogue().find(reader, thread.id()));
        }
    }

    private final transient Supplier<Optional<DiscussionThread>> find;
    private final transient ThreadElement element;
    private final transient LivePage live;
    private final transient @Nullable PostId sought;
    private final transient Subject about;
    private transient volatile @Nullable ThreadId thread;

    private ThreadPanel(
            Maker maker,
            Subject about,
            MemberId reader,
            @Nullable PostId sought,
            Supplier<Optional<DiscussionThread>> find) {
        this.find = find;
        this.about = about;
        this.sought = sought;
        addClassName("thread-panel");
        element = new ThreadElement(maker.work, reader, about);
        add(element);
        live =
                maker.live
                        .page(this, reader, this::show)
                        .hears(ThreadEvent.Begun.class, this::isBesideThis)
                        .hears(ThreadEvent.Changed.class, this::isThis, this::showStanding)
                        .hears(ThreadEvent.Marked.class, this::isThis, _ -> element.showMarked())
                        .hears(ThreadEvent.Deleted.class, this::isThis, _ -> element.showMarked())
                        .hears(
                                ThreadEvent.OfPost.class,
                                this::isThis,
                                event -> element.showPost(event.post()));
        live.looksAt(List.of(about));
    }

    private boolean isThis(ThreadEvent event) {
        return event.thread().equals(thread);
    }

    private boolean isBesideThis(ThreadEvent.Begun event) {
        return thread == null && event.about().equals(about);
    }

    private void show() {
        @Nullable DiscussionThread now = find.get().orElse(null);
        thread = now == null ? null : now.id();
        element.show(now, sought);
    }

    private void showStanding(ThreadEvent.Changed changed) {
        element.showStanding(find.get().orElse(null));
    }
}

package org.rotfaden.ui.discussions;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.discussions.DiscussionObjection;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.discussions.PostId;
import org.rotfaden.discussions.ThreadEvent;
import org.rotfaden.members.Member;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.ui.elements.ActsMenu;
import org.rotfaden.ui.elements.Closed;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlaceHead;
import org.rotfaden.ui.elements.PlaceTab;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Undoable;
import org.rotfaden.ui.elements.When;
import org.rotfaden.ui.notices.HearingMenu;

/// One thread.
@Route(Paths.THREADS)
@PermitAll
class ThreadView extends Div implements HasUrlParameter<Integer>, HasDynamicTitle {

    private static final String SOUGHT = "beitrag";

    private final transient ThreadsAtWork work;
    private final transient ThreadPanel.Maker panels;
    private final transient HearingMenu.Maker hearing;
    private final transient MemberId reader;
    private final Div head = new Div();
    private final transient LivePage live;
    private String title = "";
    private transient volatile @Nullable DiscussionThread thread;

    ThreadView(
            ThreadsAtWork work,
            ThreadPanel.Maker panels,
            HearingMenu.Maker hearing,
            CurrentMember currentMember,
            Live live) {
        this.work = work;
        this.panels = panels;
        this.hearing = hearing;
        this.reader = currentMember.get().member();
        addClassNames("page", "thread-page");
        this.live =
                live.page(this, reader, this::showHead)
                        .hears(
                                ThreadEvent.Changed.class,
                                event -> event.thread().equals(shown().id()))
                        .needs(() -> work.catalogue().get(reader, shown().id()))
                        .closesWith(why -> List.of(new Closed(why, null)));
    }

    @Override
    public void setParameter(BeforeEvent event, Integer number) {
        DiscussionThread found =
                work.catalogue()
                        .find(reader, number)
                        .orElseThrow(DiscussionObjection.THREAD_NOT_FOUND::raised);
        thread = found;
        live.looksAt(List.of(found.about()));
        title = title(found);
        removeAll();
        add(
                head,
                panels.of(
                        found,
                        sought(event.getLocation().getQueryParameters().getParameters()),
                        reader));
        live.show();
    }

    private static @Nullable PostId sought(Map<String, List<String>> parameters) {
        try {
            return Optional.ofNullable(parameters.get(SOUGHT))
                    .map(given -> new PostId(UUID.fromString(given.getFirst())))
                    .orElse(null);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.of(title);
    }

    private DiscussionThread shown() {
        return requireNonNull(thread);
    }

    private String title(DiscussionThread now) {
        return now.title().isEmpty()
                ? getTranslation("thread.beside", about(now).map(Named::name).orElse(""))
                : now.title();
    }

    private Optional<Named> about(DiscussionThread now) {
        return work.types().find(now.about(), reader);
    }

    private void showHead() {
        DiscussionThread now = work.catalogue().get(reader, shown().id());
        thread = now;
        title = title(now);
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        head.removeAll();
        head.add(head(now));
    }

    private PlaceHead head(DiscussionThread now) {
        List<PageLink> way = about(now).map(this::way).orElse(List.of());
        String begunBy =
                work.members()
                        .find(now.begunBy())
                        .map(Member::name)
                        .orElse(getTranslation("thread.former"));
        var head =
                new PlaceHead(way, title)
                        .facts(
                                new Span(
                                        getTranslation(
                                                "thread.begun",
                                                begunBy,
                                                When.dayInWords(now.begun(), getLocale()))));
        if (now.isClosed()) {
            head.facts(new Span(getTranslation("thread.is-closed")));
        }
        head.acts(hearing.of(now.id().subject(), reader));
        if (work.circle().mayLead(reader, now).allowed()) {
            head.acts(acts(now));
        }
        return head;
    }

    /// To what it is about, and to the other threads there.
    private List<PageLink> way(Named about) {
        return shown().title().isEmpty()
                ? List.of(PageLink.named(about.path(), about.name()))
                : List.of(
                        PageLink.named(about.path(), about.name()),
                        new PageLink(
                                PlaceTab.THREADS.path(about.path()),
                                getTranslation("threads.title")));
    }

    private ActsMenu acts(DiscussionThread now) {
        var menu = new ActsMenu("place.administer");
        if (!now.title().isEmpty()) {
            menu.add("thread.rename", () -> new RenameThreadDialog(work, now, reader).open());
        }
        if (now.isClosed()) {
            menu.add("thread.reopen", () -> work.threads().reopen(reader, now.id()));
        } else {
            menu.add("thread.close", () -> close(now));
        }
        return menu;
    }

    private void close(DiscussionThread now) {
        work.threads().close(reader, now.id());
        new Undoable(
                        getTranslation("thread.was-closed"),
                        () -> work.threads().reopen(reader, now.id()))
                .open();
    }
}

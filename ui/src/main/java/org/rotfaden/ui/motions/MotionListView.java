package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rotfaden.members.Members;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionId;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.NewsPill;
import org.rotfaden.ui.elements.Owners;
import org.rotfaden.ui.elements.Owners.Owner;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.ThreadSign;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Trouble;
import org.rotfaden.web.Sentences;

/// All motions, the one that changed last first. What others do appears by itself: words change in
/// their place, and a new motion comes in on top, unless somebody is reading; then it is announced.
@Route(Paths.MOTIONS)
@PermitAll
class MotionListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int ROWS_AT_ONCE = 50;

    private static final Comparator<MotionSummary> OLDEST_FIRST =
            Comparator.comparing(MotionSummary::created);

    private final transient MotionCatalogue catalogue;
    private final transient Permissions permissions;
    private final transient Clock clock;
    private final transient MemberId reader;
    private final transient Map<MotionId, MotionRow> shown = new HashMap<>();
    private final transient Names names;
    private final transient Owners owners;
    private final transient Set<MotionId> waiting = new HashSet<>();
    private final NewsPill news = new NewsPill(this::refresh);
    private final UnorderedList rows = new UnorderedList();
    private final Div nothing = new Div();
    private final Act more = new Act("", () -> showMore());
    private final Div filter = new Div();
    private final Div departure = new Div();
    private final transient LivePage live;
    private transient volatile @Nullable Owner owner;
    private int most = ROWS_AT_ONCE;
    private boolean isAsked;

    MotionListView(
            Motions motions,
            MotionCatalogue catalogue,
            Members members,
            Permissions permissions,
            Owners owners,
            Sentences sentences,
            CurrentMember currentMember,
            Live live,
            Clock clock) {
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.reader = currentMember.get().member();
        this.owners = owners;
        this.names = new Names(owners, members, reader, getTranslation("motion.owner.unknown"));
        this.clock = clock;
        addClassName("page");
        rows.addClassNames("rows", "motions");
        filter.addClassName("filter");
        nothing.addClassName("nothing");
        nothing.add(new ThreadSign(), new Paragraph(getTranslation("motions.empty")));
        more.addClassName("more");
        add(
                new MotionListHead(motions, permissions, owners, sentences, reader, live),
                departure,
                filter,
                news,
                rows,
                nothing,
                more);
        this.live =
                live.page(this, reader, this::refresh)
                        .hears(MotionEvent.Drafted.class, this::isAmongThem, this::appear)
                        .hears(MotionEvent.HandedOver.class, _ -> true)
                        .hears(MotionEvent.Changed.class, this::isAmongThem, this::change);
    }

    /// `?von=gremien/vorstand-nordstadt` shows the motions of the owner with that page alone.
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        owner =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("von")
                        .flatMap(path -> owners.at(path, reader))
                        .orElse(null);
        filter.removeAll();
        if (owner != null) {
            filter.add(
                    new Span(getTranslation("motions.of", owner.name())),
                    new PageLink(Paths.MOTIONS, getTranslation("motions.all")));
        }
        live.show();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("motions.title"));
    }

    private boolean isAmongThem(MotionEvent event) {
        Owner one = owner;
        return one == null || event.owner().equals(one.subject());
    }

    /// A title is not for whoever has just lost the right to read it.
    private void change(MotionEvent.Changed changed) {
        MotionRow row = shown.get(changed.motion());
        if (row != null && catalogue.isReadable(changed.motion(), reader)) {
            row.show(catalogue.get(changed.motion()));
        }
    }

    /// The page is asked once for all that comes until it answers.
    private void appear(MotionEvent.Drafted drafted) {
        if (waiting.size() < NewsPill.MANY && !shown.containsKey(drafted.motion())) {
            waiting.add(drafted.motion());
        }
        if (!isAsked) {
            isAsked = true;
            rows.getElement()
                    .executeJs("return window.rotfadenShell.isCalm(this)")
                    .then(Boolean.class, this::showNews);
        }
    }

    private void showNews(boolean isCalm) {
        isAsked = false;
        waiting.removeIf(
                motion -> shown.containsKey(motion) || !catalogue.isReadable(motion, reader));
        if (isCalm && news.isQuiet() && waiting.size() == NewsPill.MANY) {
            refresh();
        } else if (isCalm && news.isQuiet()) {
            waiting.stream().map(catalogue::get).sorted(OLDEST_FIRST).forEach(this::putOnTop);
            waiting.clear();
        }
        news.show(waiting.size());
    }

    private void putOnTop(MotionSummary motion) {
        MotionRow row = row(motion);
        row.addClassName("appeared");
        rows.addComponentAsFirst(row);
        showFrame();
        lookAtShown();
    }

    private void lookAtShown() {
        live.looksAt(shown.keySet().stream().map(MotionId::subject).toList());
    }

    private void showMore() {
        most += ROWS_AT_ONCE;
        List<MotionSummary> further =
                latest().stream().filter(motion -> !shown.containsKey(motion.id())).toList();
        List<MotionRow> added = further.stream().map(this::row).toList();
        added.forEach(rows::add);
        added.stream().findFirst().ifPresent(MotionRow::focus);
        showFrame();
        lookAtShown();
    }

    /// Brings the list up to date, in its right order.
    private void refresh() {
        waiting.clear();
        shown.clear();
        rows.removeAll();
        latest().forEach(motion -> rows.add(row(motion)));
        news.show(0);
        showFrame();
        lookAtShown();
        sayWhetherSheLeft();
    }

    /// This is the first page: whoever has left is told here why there is so little.
    private void sayWhetherSheLeft() {
        departure.removeAll();
        if (permissions.hasLeft(reader)) {
            departure.add(new Trouble(null, getTranslation("problem." + Permissions.HAS_LEFT)));
        }
    }

    private List<MotionSummary> latest() {
        return owner == null
                ? catalogue.latest(reader, most)
                : catalogue.of(owner.subject(), reader, most);
    }

    private int count() {
        return owner == null ? catalogue.count(reader) : catalogue.count(owner.subject(), reader);
    }

    private MotionRow row(MotionSummary motion) {
        var row = new MotionRow(motion, names, clock);
        shown.put(motion.id(), row);
        return row;
    }

    private void showFrame() {
        int further = count() - shown.size() - waiting.size();
        rows.setVisible(!shown.isEmpty());
        nothing.setVisible(shown.isEmpty());
        more.setVisible(further > 0);
        more.setText(getTranslation("motions.more", Math.min(further, ROWS_AT_ONCE), further));
    }
}

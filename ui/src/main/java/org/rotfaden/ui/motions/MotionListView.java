package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.AssociationEvent;
import org.rotfaden.members.Members;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionId;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Awaited;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.NewsPill;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Rows;
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
    private final transient Members members;
    private final transient SubjectTypes types;
    private final transient Set<MotionId> waiting = new HashSet<>();
    private final NewsPill news = new NewsPill(this::refresh);
    private final Rows<MotionId, MotionRow.Shown> rows =
            new Rows<>(shown -> shown.motion().id(), shown -> row(shown));
    private final Div nothing = new Div();
    private final Act more = new Act("", () -> showMore());
    private final Div filter = new Div();
    private final Div departure = new Div();
    private final transient LivePage live;
    private transient volatile @Nullable Named owner;
    private int most = ROWS_AT_ONCE;
    private final transient Awaited answer = new Awaited();

    MotionListView(
            Motions motions,
            MotionCatalogue catalogue,
            Members members,
            Permissions permissions,
            SubjectTypes types,
            Sentences sentences,
            CurrentMember currentMember,
            Live live,
            Clock clock) {
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.reader = currentMember.get().member();
        this.types = types;
        this.members = members;
        this.clock = clock;
        addClassName("page");
        rows.addClassName("motions");
        filter.addClassName("filter");
        nothing.addClassName("nothing");
        nothing.add(new ThreadSign(), new Paragraph(getTranslation("motions.empty")));
        more.addClassName("more");
        add(
                new MotionListHead(motions, permissions, types, sentences, reader, live),
                departure,
                filter,
                news,
                rows,
                nothing,
                more);
        this.live =
                live.page(this, reader, this::refresh)
                        .hears(MotionEvent.Drafted.class, this::isAmongThem, this::appear)
                        .hears(MotionEvent.HandedOver.class)
                        .hears(UnitEvent.class)
                        .hears(BodyEvent.Changed.class)
                        .hears(GroupEvent.Changed.class)
                        .hears(AssociationEvent.class)
                        .hears(MotionEvent.Changed.class, this::isAmongThem, this::change);
    }

    /// `?von=gremien/vorstand-nordstadt` shows the motions of the owner with that page alone.
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        owner =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("von")
                        .flatMap(path -> types.named(path, reader))
                        .orElse(null);
        live.show();
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("motions.title"));
    }

    private boolean isAmongThem(MotionEvent event) {
        Named one = owner;
        return one == null || event.owner().equals(one.subject());
    }

    /// A title is not for whoever has just lost the right to read it.
    private void change(MotionEvent.Changed changed) {
        if (isShown(changed.motion())) {
            catalogue
                    .find(reader, changed.motion())
                    .ifPresent(motion -> rows.put(shown(names(), motion)));
        }
    }

    /// The page is asked once for all that comes until it answers.
    private void appear(MotionEvent.Drafted drafted) {
        if (waiting.size() < NewsPill.MANY && !isShown(drafted.motion())) {
            waiting.add(drafted.motion());
        }
        if (!answer.isPending()) {
            answer.ask(
                    rows.getElement(), "return window.rotfadenShell.isCalm(this)", this::showNews);
        }
    }

    private void showNews(boolean isCalm) {
        waiting.removeIf(this::isShown);
        List<MotionSummary> readable =
                waiting.stream()
                        .flatMap(motion -> catalogue.find(reader, motion).stream())
                        .sorted(OLDEST_FIRST)
                        .toList();
        waiting.retainAll(readable.stream().map(MotionSummary::id).toList());
        if (isCalm && news.isQuiet() && waiting.size() == NewsPill.MANY) {
            refresh();
        } else if (isCalm && news.isQuiet()) {
            Names names = names();
            readable.forEach(motion -> rows.put(shown(names, motion)).addClassName("appeared"));
            waiting.clear();
            showFrame();
        }
        news.show(waiting.size());
    }

    private boolean isShown(MotionId motion) {
        return rows.keys().contains(motion);
    }

    private void showMore() {
        Set<MotionId> before = rows.keys();
        most += ROWS_AT_ONCE;
        refresh();
        rows.getChildren()
                .map(MotionRow.class::cast)
                .filter(row -> !before.contains(row.motion()))
                .findFirst()
                .ifPresent(MotionRow::focus);
    }

    /// Brings the list up to date, in its right order.
    private void refresh() {
        waiting.clear();
        showOwner();
        Names names = names();
        rows.show(latest().stream().map(motion -> shown(names, motion)).toList());
        news.show(0);
        showFrame();
        sayWhetherSheLeft();
    }

    /// Whose motions are shown, as far as the reader may know of her now.
    private void showOwner() {
        filter.removeAll();
        if (owner != null) {
            filter.add(
                    new Span(
                            getTranslation(
                                    "motions.of",
                                    types.find(owner.subject(), reader)
                                            .map(Named::name)
                                            .orElseGet(
                                                    () -> getTranslation("motion.owner.unknown")))),
                    new PageLink(Paths.MOTIONS, getTranslation("motions.all")));
        }
    }

    private Names names() {
        return new Names(types, members, reader, getTranslation("motion.owner.unknown"));
    }

    private MotionRow row(MotionRow.Shown shown) {
        return new MotionRow(shown, clock);
    }

    private static MotionRow.Shown shown(Names names, MotionSummary motion) {
        return new MotionRow.Shown(motion, names.ownerOf(motion), names.authorOf(motion));
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

    private void showFrame() {
        int here = rows.getComponentCount();
        int further = count() - here - waiting.size();
        nothing.setVisible(here == 0);
        more.setVisible(further > 0);
        more.setText(getTranslation("motions.more", Math.min(further, ROWS_AT_ONCE), further));
        live.looksAt(rows.keys().stream().map(MotionId::subject).toList());
    }
}

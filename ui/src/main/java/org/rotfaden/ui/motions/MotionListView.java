package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rotfaden.association.AssociationEvent;
import org.rotfaden.members.Members;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionId;
import org.rotfaden.motions.MotionState;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.organisation.directory.Directory;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.units.UnitEvent;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectTypes;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Awaited;
import org.rotfaden.ui.elements.Departure;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.LivePage;
import org.rotfaden.ui.elements.NewsPill;
import org.rotfaden.ui.elements.Nothing;
import org.rotfaden.ui.elements.PageAddress;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.PlainRows;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.WhyNot;

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
    private final transient Directory directory;
    private final transient Set<MotionId> waiting = new HashSet<>();
    private final NewsPill news = new NewsPill("motions.waiting", this::refresh);
    private final PlainRows<MotionId, MotionRow.Shown> rows =
            new PlainRows<>(shown -> shown.motion().id(), shown -> row(shown));
    private final Paragraph nothing = new Paragraph();
    private final Act widen =
            new Act(getTranslation("motions.widen"), () -> narrow(MotionFilter.NONE));
    private final Act more = new Act("", () -> showMore());
    private final MotionFilterFields fields = new MotionFilterFields(this::narrow);
    private final transient LivePage live;
    private transient volatile MotionFilter filter = MotionFilter.NONE;
    private int most = ROWS_AT_ONCE;
    private final transient Awaited answer = new Awaited();

    MotionListView(
            NewMotion newMotion,
            MotionCatalogue catalogue,
            Members members,
            Permissions permissions,
            SubjectTypes types,
            Directory directory,
            WhyNot whyNot,
            CurrentMember currentMember,
            Live live,
            Clock clock) {
        this.catalogue = catalogue;
        this.permissions = permissions;
        this.reader = currentMember.get().member();
        this.types = types;
        this.directory = directory;
        this.members = members;
        this.clock = clock;
        addClassName("page");
        rows.addClassName("motions");
        var empty = new Nothing(nothing, widen);
        more.addClassName("more");
        add(
                new MotionListHead(newMotion, permissions, whyNot, reader, live),
                new Departure(permissions, live, reader),
                fields,
                news,
                rows,
                empty,
                more);
        this.live =
                live.page(this, reader, this::refresh)
                        .hears(MotionEvent.Drafted.class, this::mayBeAmongThem, this::appear)
                        .hears(MotionEvent.Listed.class, this::mayBeAmongThem, this::appear)
                        .hears(MotionEvent.Changed.class, this::mayBeAmongThem, this::change)
                        .hears(MotionEvent.Discarded.class, this::mayBeAmongThem)
                        .hears(MotionEvent.BroughtBack.class, this::mayBeAmongThem)
                        .hears(MotionEvent.HandedOver.class)
                        .hears(UnitEvent.class)
                        .hears(BodyEvent.Changed.class)
                        .hears(GroupEvent.Changed.class)
                        .hears(AssociationEvent.class);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        filter =
                permissions.hasLeft(reader)
                        ? MotionFilter.NONE
                        : MotionFilter.of(address, types, reader);
        most = ROWS_AT_ONCE;
        live.show();
    }

    @Override
    public String getPageTitle() {
        Named owner = filter.owner();
        return Titles.of(
                owner == null
                        ? getTranslation("motions.title")
                        : getTranslation("motions.of", owner.name()));
    }

    /// From the beginning, under an address that says the same.
    private void narrow(MotionFilter next) {
        filter = next;
        most = ROWS_AT_ONCE;
        PageAddress.say(this, Paths.MOTIONS, next.address());
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        refresh();
    }

    private boolean mayBeAmongThem(MotionEvent event) {
        Named owner = filter.owner();
        return owner == null || event.owner().equals(owner.subject());
    }

    /// A title is not for whoever has just lost the right to read it.
    private void change(MotionEvent.Changed changed) {
        if (isShown(changed.motion())) {
            catalogue
                    .find(reader, changed.motion())
                    .ifPresent(motion -> rows.put(shown(List.of(motion)).getFirst()));
        }
    }

    /// The page is asked once for all that comes until it answers. What is narrowed by words shows
    /// nothing by itself.
    private void appear(MotionEvent event) {
        boolean mayShow = filter.words().isBlank() && filter.state() == MotionState.DRAFT;
        if (!mayShow || isShown(event.motion())) {
            return;
        }
        if (waiting.size() < NewsPill.MANY) {
            waiting.add(event.motion());
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
                        .filter(motion -> !filter.mine() || motion.author().equals(reader))
                        .sorted(OLDEST_FIRST)
                        .toList();
        waiting.retainAll(readable.stream().map(MotionSummary::id).toList());
        if (isCalm && news.isQuiet() && waiting.size() == NewsPill.MANY) {
            refresh();
        } else if (isCalm && news.isQuiet()) {
            shown(readable).forEach(rows::put);
            waiting.clear();
            showFrame();
        }
        news.show(waiting.size());
    }

    private boolean isShown(MotionId motion) {
        return rows.keys().contains(motion);
    }

    private void showMore() {
        int before = rows.count();
        most += ROWS_AT_ONCE;
        refresh();
        rows.focusAfter(before);
    }

    /// Brings the list up to date, in its right order.
    private void refresh() {
        waiting.clear();
        fields.show(filter, places());
        rows.show(shown(catalogue.list(filter.query(reader), reader, most)));
        news.show(0);
        showFrame();
    }

    private List<Named> places() {
        return permissions.hasLeft(reader)
                ? List.of()
                : Stream.concat(
                                types.find(List.of(Subject.ASSOCIATION), reader).stream(),
                                directory.placesOf(reader).stream().map(Belonging::place))
                        .toList();
    }

    private MotionRow row(MotionRow.Shown shown) {
        return new MotionRow(shown, clock);
    }

    private List<MotionRow.Shown> shown(List<MotionSummary> motions) {
        var names =
                new Names(types, members, reader, motions, getTranslation("motion.owner.unknown"));
        return motions.stream()
                .map(motion ->
                        new MotionRow.Shown(motion, names.ownerOf(motion), names.authorOf(motion)))
                .toList();
    }

    private void showFrame() {
        int here = rows.count();
        int all = catalogue.count(filter.query(reader), reader);
        int further = all - here - waiting.size();
        nothing.setText(getTranslation(filter.isNarrow() ? "motions.none-such" : "motions.empty"));
        nothing.getParent().ifPresent(empty -> empty.setVisible(here == 0));
        widen.setVisible(filter.isNarrow());
        fields.say(here == 0 ? "" : getTranslation("motions.count", all));
        more.setVisible(further > 0);
        more.setText(getTranslation("motions.more", Math.min(further, ROWS_AT_ONCE), further));
        live.looksAt(rows.keys().stream().map(MotionId::subject).toList());
    }
}

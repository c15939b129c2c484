package org.rotfaden.ui.motions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionId;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.ui.elements.Live;
import org.rotfaden.ui.elements.NewsPill;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.ThreadSign;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.web.Sentences;

/// All motions, the one that changed last first. What others do appears by itself: words change in
/// their place, and a new motion comes in on top, unless somebody is reading; then it is announced.
@Route(Paths.MOTIONS)
@PermitAll
class MotionListView extends Div implements HasDynamicTitle {

    private static final int ROWS_AT_ONCE = 50;

    private final transient MotionCatalogue catalogue;
    private final transient Members members;
    private final transient Clock clock;
    private final transient MemberId reader;
    private final transient Map<MotionId, MotionRow> shown = new HashMap<>();
    private final transient Map<MemberId, String> names = new HashMap<>();
    private final transient Set<MotionId> waiting = new HashSet<>();
    private final NewsPill news = new NewsPill(this::refresh);
    private final UnorderedList rows = new UnorderedList();
    private final Div nothing = new Div();
    private final Button more = new Button("", _ -> showMore());
    private int most = ROWS_AT_ONCE;

    MotionListView(
            Motions motions,
            MotionCatalogue catalogue,
            Members members,
            Permissions permissions,
            Sentences sentences,
            CurrentMember currentMember,
            LiveTopics topics,
            Clock clock) {
        this.catalogue = catalogue;
        this.members = members;
        this.clock = clock;
        this.reader = currentMember.get().member();
        addClassName("page");
        rows.addClassNames("rows", "motions");
        nothing.addClassName("nothing");
        nothing.add(new ThreadSign(), new Paragraph(getTranslation("motions.empty")));
        more.addClassName("more");
        add(
                new MotionListHead(motions, permissions, sentences, reader, topics),
                news,
                rows,
                nothing,
                more);
        refresh();
        Live.follow(this, topics, MotionEvent.TOPIC, MotionEvent.class, this::follow);
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("motions.title"));
    }

    private void follow(MotionEvent event) {
        switch (event) {
            case MotionEvent.Drafted(var motion) -> {
                if (catalogue.isReadable(motion, reader)) {
                    appear(motion);
                }
            }
            case MotionEvent.HandedOver _ -> refresh();
            case MotionEvent.Changed(var motion) -> shown.computeIfPresent(motion, this::upToDate);
        }
    }

    private MotionRow upToDate(MotionId motion, MotionRow row) {
        row.show(catalogue.get(motion));
        return row;
    }

    private void appear(MotionId motion) {
        rows.getElement()
                .executeJs("return window.rotfadenShell.isCalm(this)")
                .then(
                        Boolean.class,
                        calm -> {
                            if (!shown.containsKey(motion)) {
                                if (calm && waiting.isEmpty()) {
                                    putOnTop(catalogue.get(motion));
                                } else {
                                    waiting.add(motion);
                                }
                                news.show(waiting.size());
                            }
                        });
    }

    private void putOnTop(MotionSummary motion) {
        MotionRow row = row(motion);
        row.addClassName("appeared");
        rows.addComponentAsFirst(row);
        showFrame();
    }

    private void showMore() {
        most += ROWS_AT_ONCE;
        List<MotionSummary> further =
                catalogue.latest(reader, most).stream()
                        .filter(motion -> !shown.containsKey(motion.id()))
                        .toList();
        List<MotionRow> added = further.stream().map(this::row).toList();
        added.forEach(rows::add);
        added.stream().findFirst().ifPresent(MotionRow::focus);
        showFrame();
    }

    /// Brings the list up to date, in its right order.
    private void refresh() {
        waiting.clear();
        shown.clear();
        rows.removeAll();
        catalogue.latest(reader, most).forEach(motion -> rows.add(row(motion)));
        news.show(0);
        showFrame();
    }

    private MotionRow row(MotionSummary motion) {
        String author =
                names.computeIfAbsent(
                        motion.author(), id -> members.find(id).map(Member::name).orElse(""));
        var row = new MotionRow(motion, author, clock);
        shown.put(motion.id(), row);
        return row;
    }

    private void showFrame() {
        int further = catalogue.count(reader) - shown.size() - waiting.size();
        rows.setVisible(!shown.isEmpty());
        nothing.setVisible(shown.isEmpty());
        more.setVisible(further > 0);
        more.setText(getTranslation("motions.more", Math.min(further, ROWS_AT_ONCE), further));
    }
}

package org.rotfaden.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rotfaden.crdt.FirstContent;
import org.rotfaden.crdt.Run;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.motions.DraftMotion;
import org.rotfaden.motions.MotionCatalogue;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.motions.Motions;
import org.rotfaden.realtime.LiveTopics;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;

/// All motions; a new one appears by itself.
@Route(value = MotionListView.PATH, layout = MainLayout.class)
@com.vaadin.flow.router.RouteAlias(value = "", layout = MainLayout.class)
@PermitAll
class MotionListView extends Div implements HasDynamicTitle {

    static final String PATH = "antraege";

    private static final List<Run> EMPTY = List.of(new Run("\n", Map.of()));

    private final transient Motions motions;
    private final transient MotionCatalogue catalogue;
    private final transient Members members;
    private final transient Clock clock;
    private final transient Member reader;
    private final UnorderedList rows = new UnorderedList();

    MotionListView(
            Motions motions,
            MotionCatalogue catalogue,
            Members members,
            CurrentMember currentMember,
            LiveTopics topics,
            Clock clock) {
        this.motions = motions;
        this.catalogue = catalogue;
        this.members = members;
        this.clock = clock;
        this.reader = members.get(currentMember.get().member());
        addClassName("page");
        rows.addClassName("motions");
        add(head(), rows);
        show();
        Live.follow(this, topics, MotionEvent.TOPIC, _ -> show());
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("motions.title"));
    }

    private Component head() {
        var head = new Header(new H1(getTranslation("motions.title")));
        if (reader.mayWrite()) {
            var begin = new Button(getTranslation("motions.new"), _ -> begin());
            begin.addThemeVariants(ButtonVariant.PRIMARY);
            head.add(begin);
        } else {
            head.add(new Why(getTranslation("motions.why-not-new")));
        }
        return head;
    }

    private void begin() {
        MotionSummary motion = motions.draft(new DraftMotion(reader.id(), new FirstContent("", EMPTY, EMPTY)));
        getUI().ifPresent(ui -> ui.navigate(MotionView.class, motion.number().value()));
    }

    private void show() {
        List<MotionSummary> all = catalogue.list();
        Map<MemberId, String> names = members.list().stream().collect(Collectors.toMap(Member::id, Member::name));
        rows.removeAll();
        all.forEach(motion -> rows.add(row(motion, names.getOrDefault(motion.author(), ""))));
        if (all.isEmpty()) {
            rows.add(new ListItem(new Paragraph(getTranslation("motions.empty"))));
        }
    }

    private ListItem row(MotionSummary motion, String author) {
        String title = motion.title().isEmpty() ? getTranslation("motion.untitled") : motion.title();
        var link = new RouterLink(title, MotionView.class, motion.number().value());
        link.addClassName("motion-title");
        var about = new Div(new Span(author), new Span(" · "), When.of(motion.changed(), clock, getLocale()));
        about.addClassName("about");
        var row = new ListItem(link, about);
        row.setId("motion-" + motion.number());
        return row;
    }
}

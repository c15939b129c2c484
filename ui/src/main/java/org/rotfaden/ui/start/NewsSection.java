package org.rotfaden.ui.start;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Awaited;
import org.rotfaden.ui.elements.Day;
import org.rotfaden.ui.elements.Happened;
import org.rotfaden.ui.elements.NewsPill;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.PlainRows;
import org.rotfaden.ui.elements.When;
import org.rotfaden.ui.elements.Why;

/// What happened, the newest first, each with the reason why the reader sees it. What happens while
/// she reads is announced and moves nothing.
final class NewsSection extends Section {

    private static final int MOST = 10;
    private static final int DAYS = 30;

    /// What a row shows.
    ///
    /// @param place where it happened, by name
    private record Shown(Happened happened, String place, String why) {}

    private final transient StartParts parts;
    private final transient MemberId reader;
    private final Paragraph nothing = new Paragraph(getTranslation("start.news.nothing"));
    private final NewsPill pill = new NewsPill("start.waiting", this::show);
    private final PlainRows<String, Shown> rows =
            new PlainRows<>(shown -> shown.happened().key(), shown -> row(shown));
    private final transient Awaited answer = new Awaited();

    NewsSection(StartParts parts, MemberId reader) {
        this.parts = parts;
        this.reader = reader;
        rows.addClassName("happenings");
        nothing.addClassName("hint");
        add(new H2(getTranslation("start.news")), nothing, pill, rows);
        parts.live()
                .page(this, reader, this::show)
                .hears(MotionEvent.Listed.class, _ -> true, _ -> announce())
                .hears(GroupEvent.Founded.class, _ -> true, _ -> announce())
                .hears(BodyEvent.OfficesChanged.class, _ -> true, _ -> announce());
    }

    /// The page is asked once for all that comes until it answers.
    private void announce() {
        if (!answer.isPending()) {
            answer.ask(
                    rows.getElement(),
                    "return window.rotfadenShell.isCalm(this)",
                    this::bringInOrSay);
        }
    }

    private void bringInOrSay(boolean isCalm) {
        if (isCalm && pill.isQuiet()) {
            show();
        } else {
            Set<String> there = rows.keys();
            List<Happened> latest = latest(parts.directory().placesOf(reader));
            pill.show((int) latest.stream().filter(one -> !there.contains(one.key())).count());
        }
    }

    private void show() {
        pill.show(0);
        List<Belonging> places = parts.directory().placesOf(reader);
        List<Happened> latest = latest(places);
        Map<Subject, Named> names =
                parts
                        .types()
                        .find(latest.stream().map(Happened::where).distinct().toList(), reader)
                        .stream()
                        .collect(Collectors.toMap(Named::subject, named -> named));
        rows.show(latest.stream().map(one -> shown(one, places, names)).toList());
        nothing.setVisible(latest.isEmpty());
    }

    private List<Happened> latest(List<Belonging> places) {
        LocalDate since = parts.today().date().minusDays(DAYS);
        var asked = new Happened.Asked(reader, places, since, getLocale(), MOST);
        return parts.news().stream()
                .flatMap(source -> source.latest(asked).stream())
                .sorted(Comparator.comparing(Happened::at).reversed())
                .limit(MOST)
                .toList();
    }

    private Shown shown(Happened one, List<Belonging> places, Map<Subject, Named> names) {
        Named where = names.get(one.where());
        String place = where == null ? "" : where.name();
        String why =
                places.stream()
                        .filter(belonging -> belonging.place().subject().equals(one.where()))
                        .findFirst()
                        .map(belonging -> getTranslation("start.why." + belonging.kind(), place))
                        .orElseGet(() -> getTranslation("start.why.readable"));
        return new Shown(one, place, why);
    }

    private ListItem row(Shown shown) {
        Happened one = shown.happened();
        var title = PageLink.named(one.path(), one.name());
        title.addClassName("row-title");
        var about = new Div(new Span(one.what()));
        about.addClassName("about");
        if (!shown.place().isEmpty() && !one.name().contains(shown.place())) {
            about.add(new Span(" · " + shown.place()));
        }
        about.add(
                new Span(" · "),
                one.day() == null ? new When(one.at(), parts.clock()) : new Day(one.day()),
                new Why(shown.why()));
        return new ListItem(title, about);
    }
}

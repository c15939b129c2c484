package org.rotfaden.ui.start;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.rotfaden.members.Member;
import org.rotfaden.motions.MotionEvent;
import org.rotfaden.motions.MotionId;
import org.rotfaden.motions.MotionsUnderway.Underway;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Face;
import org.rotfaden.ui.elements.PlainRows;
import org.rotfaden.ui.elements.When;
import org.rotfaden.ui.motions.MotionLink;

/// Who writes where, just now. Nothing where nobody does.
final class NowSection extends Section {

    private static final int MOST = 5;
    private static final int MOST_NAMES = 3;

    /// What a row shows.
    private record Shown(Underway underway, List<Member> writers) {}

    private final transient StartParts parts;
    private final transient MemberId reader;
    private final PlainRows<MotionId, Shown> rows =
            new PlainRows<>(shown -> shown.underway().motion().id(), shown -> row(shown));

    NowSection(StartParts parts, MemberId reader) {
        this.parts = parts;
        this.reader = reader;
        addClassName("now");
        rows.addClassName("cards");
        add(new H2(getTranslation("start.now")), rows);
        parts.live().page(this, reader, this::show).hears(MotionEvent.Changed.class);
    }

    private void show() {
        List<Underway> underway = parts.underway().forReader(reader, MOST);
        Set<MemberId> writers =
                underway.stream()
                        .flatMap(one -> one.writers().stream())
                        .collect(Collectors.toSet());
        Map<MemberId, Member> people =
                parts.members().some(parts.directory().visible(reader, writers));
        rows.show(
                underway.stream()
                        .map(one ->
                                new Shown(
                                        one,
                                        one.writers().stream()
                                                .filter(people::containsKey)
                                                .map(people::get)
                                                .toList()))
                        .toList());
    }

    private ListItem row(Shown shown) {
        var faces = new Span();
        faces.addClassName("faces");
        shown.writers().stream()
                .limit(MOST_NAMES)
                .forEach(writer -> faces.add(new Face(writer.name(), writer.id())));
        String names =
                shown.writers().stream().limit(MOST_NAMES).map(Member::name).collect(joining(", "));
        int others =
                shown.underway().writers().size() - Math.min(shown.writers().size(), MOST_NAMES);
        var about =
                new Div(
                        new Span(said(names, shown.writers().size(), others)),
                        new Span(" · "),
                        new When(shown.underway().last(), parts.clock()));
        about.addClassName("about");
        var text = new Div(MotionLink.to(shown.underway().motion(), "row-title"), about);
        return new ListItem(faces, text);
    }

    /// Of those whose names the reader may not know, how many they are.
    private String said(String names, int named, int others) {
        if (names.isEmpty()) {
            return getTranslation("start.now.somebody", others);
        }
        return others > 0
                ? getTranslation("start.now.more", names, others)
                : getTranslation("start.now.writes", names, named);
    }
}

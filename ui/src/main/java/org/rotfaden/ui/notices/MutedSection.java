package org.rotfaden.ui.notices;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.notifications.Choice;
import org.rotfaden.notifications.Choice.Of;
import org.rotfaden.notifications.NoticeEvent;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Rows;
import org.rotfaden.ui.elements.When;

/// What the reader does not want to hear of, each with the way back. Nothing where she hears of
/// all.
final class MutedSection extends Section {

    private static final int MOST = 50;

    /// What a row shows.
    private record Shown(Of of, String name, @Nullable Instant until) {}

    private final transient NoticesAtWork work;
    private final transient MemberId reader;
    private final Rows<Of, Shown> rows = new Rows<>(Shown::of, this::row);

    MutedSection(NoticesAtWork work, MemberId reader) {
        this.work = work;
        this.reader = reader;
        addClassName("muted");
        add(new H2(getTranslation("notices.muted-by-me")), rows);
        setVisible(false);
        work.live()
                .page(this, reader, this::show)
                .hears(NoticeEvent.Changed.class, event -> event.isOf(reader));
    }

    private void show() {
        List<Choice> muted = work.choices().mutedBy(reader).stream().limit(MOST).toList();
        Map<Subject, Named> names =
                work.names(muted.stream().flatMap(MutedSection::subject).toList(), reader);
        rows.show(
                muted.stream()
                        .map(one -> new Shown(one.of(), name(one.of(), names), one.until()))
                        .toList());
        setVisible(!muted.isEmpty());
    }

    private static Stream<Subject> subject(Choice choice) {
        return switch (choice.of()) {
            case Of.About(var subject) -> Stream.of(subject);
            case Of.Kind _ -> Stream.empty();
        };
    }

    /// Of what she may not know any more she reads no name.
    private String name(Of of, Map<Subject, Named> names) {
        return switch (of) {
            case Of.About(var subject) ->
                    names.containsKey(subject)
                            ? work.name(names.get(subject), getLocale())
                            : getTranslation("notices.muted-gone");
            case Of.Kind(var why) -> work.kind(why, getLocale()).name();
        };
    }

    private ListItem row(Shown shown) {
        var name = new Span(shown.name());
        name.addClassName("row-title");
        var until =
                new Div(
                        shown.until() == null
                                ? getTranslation("notices.for-good")
                                : getTranslation(
                                        "notices.until", When.inWords(shown.until(), getLocale())));
        until.addClassName("about");
        var back =
                new Act(
                        getTranslation("notices.unmute"),
                        () -> work.choices().unmute(reader, shown.of()));
        back.getElement()
                .setAttribute("aria-label", getTranslation("notices.unmute.what", shown.name()));
        return new ListItem(new Div(name, until), back);
    }
}

package org.rotfaden.ui.start;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.rotfaden.organisation.bodies.BodyEvent;
import org.rotfaden.organisation.groups.GroupEvent;
import org.rotfaden.organisation.memberships.MembershipEvent;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.PlainRows;
import org.rotfaden.ui.elements.ToDo;
import org.rotfaden.ui.elements.Why;

/// What waits for the reader: few things, each with its button and why it is hers.
final class ToDoSection extends Section {

    private static final int MOST = 5;

    private final transient StartParts parts;
    private final transient MemberId reader;
    private final Paragraph nothing = new Paragraph(getTranslation("start.to-do.nothing"));
    private final Paragraph further = new Paragraph(getTranslation("start.to-do.further"));
    private final PlainRows<String, ToDo> rows = new PlainRows<>(ToDo::what, toDo -> row(toDo));

    ToDoSection(StartParts parts, MemberId reader) {
        this.parts = parts;
        this.reader = reader;
        rows.addClassName("cards");
        nothing.addClassName("hint");
        further.addClassName("hint");
        add(new H2(getTranslation("start.to-do")), nothing, rows, further);
        parts.live()
                .page(this, reader, this::show)
                .hears(MembershipEvent.class)
                .hears(GroupEvent.ParticipationChanged.class)
                .hears(BodyEvent.class);
    }

    /// One more than it shows is asked for, to know whether there are more.
    private void show() {
        List<ToDo> all =
                parts.toDos().stream()
                        .flatMap(source -> source.of(reader, getLocale(), MOST + 1).stream())
                        .toList();
        rows.show(all.stream().limit(MOST).toList());
        nothing.setVisible(all.isEmpty());
        further.setVisible(all.size() > MOST);
    }

    private static ListItem row(ToDo toDo) {
        var what = new Span(toDo.what());
        what.addClassName("row-title");
        var act = new PageLink(toDo.path(), toDo.act());
        act.addClassName("act");
        act.getElement().setAttribute("aria-label", toDo.act() + ": " + toDo.what());
        var text = new Div(what, new Why(toDo.why()));
        return new ListItem(text, act);
    }
}

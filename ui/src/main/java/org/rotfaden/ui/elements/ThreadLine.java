package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;

/// The thread: where a thing came from and where it goes. Lies along the page on wide screens and
/// hangs down on phones. It is an ordered list, which says in words what the line shows.
///
/// ```java
/// new ThreadLine(getTranslation("seat.succession"), List.of(
///         Knot.done("Anna").with("2021 – 2023").leadingTo(Paths.person("anna")),
///         Knot.now("Bekir").with("seit 2023"),
///         Knot.next("Neuwahl").with("bis 3/2027")));
/// ```
public final class ThreadLine extends OrderedList {

    /// Where a knot lies: in the past, in the present or ahead.
    public enum State {
        DONE,
        NOW,
        NEXT
    }

    /// One knot of the thread.
    ///
    /// @param label what it is, in few words
    /// @param detail who and when; may be empty
    /// @param path where it leads, one of [Paths]; empty when nowhere
    public record Knot(State state, String label, String detail, String path) {

        public static Knot done(String label) {
            return new Knot(State.DONE, label, "", "");
        }

        public static Knot now(String label) {
            return new Knot(State.NOW, label, "", "");
        }

        public static Knot next(String label) {
            return new Knot(State.NEXT, label, "", "");
        }

        public Knot with(String told) {
            return new Knot(state, label, told, path);
        }

        public Knot leadingTo(String page) {
            return new Knot(state, label, detail, page);
        }
    }

    /// A thread with its knots in their order.
    ///
    /// @param about what the whole thread shows, for those who do not see it
    public ThreadLine(String about, List<Knot> knots) {
        addClassName("thread");
        getElement().setAttribute("aria-label", about);
        getStyle().set("--rf-knots", Integer.toString(knots.size()));
        knots.forEach(knot -> add(item(knot)));
    }

    private ListItem item(Knot knot) {
        String state = knot.state().name().toLowerCase(Locale.ROOT);
        var spoken = new Span(getTranslation("thread." + state) + ": ");
        spoken.addClassName("for-screen-readers");
        var label = new Div(spoken, name(knot));
        label.addClassName("knot");
        var item = new ListItem(label);
        item.addClassName(state);
        if (knot.state() == State.NOW) {
            item.getElement().setAttribute("aria-current", "step");
        }
        if (!knot.detail().isEmpty()) {
            var detail = new Div(knot.detail());
            detail.addClassName("about");
            item.add(detail);
        }
        return item;
    }

    private static Component name(Knot knot) {
        return knot.path().isEmpty()
                ? new Span(knot.label())
                : new PageLink(knot.path(), knot.label());
    }
}

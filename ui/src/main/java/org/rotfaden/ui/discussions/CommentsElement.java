package org.rotfaden.ui.discussions;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.InvalidPassage;
import org.rotfaden.crdt.Passage;
import org.rotfaden.discussions.ThreadId;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.elements.Language;

/// The list of comments beside a live text. It stands between the text and the server: the browser
/// knows where the words are.
@Tag("rotfaden-comments")
@JavaScript("context://editor/rotfaden-threads.js")
@StyleSheet("context://style/threads.css")
final class CommentsElement extends Component {

    /// A comment as the list shows it.
    ///
    /// @param begins the first words of its first post
    /// @param answers how many posts there are besides
    record Shown(
            String id,
            String root,
            String start,
            String end,
            String quoted,
            String author,
            String begins,
            int answers,
            boolean resolved,
            boolean unread) {}

    private final transient Consumer<ThreadId> opened;
    private final transient BiConsumer<Passage, String> wanted;
    private final transient BiConsumer<ThreadId, Passage> moved;

    /// @param opened hears which comment is to be shown
    /// @param wanted hears at which words somebody wants to begin one
    /// @param moved hears that the words of one came back by undoing
    CommentsElement(
            MemberId reader,
            Subject about,
            Consumer<ThreadId> opened,
            BiConsumer<Passage, String> wanted,
            BiConsumer<ThreadId, Passage> moved) {
        this.opened = opened;
        this.wanted = wanted;
        this.moved = moved;
        getElement().setAttribute("member-id", reader.toString());
        getElement().setAttribute("about", about.type() + ":" + about.id());
        getElement().setAttribute("lang", Language.of(getLocale()).code());
    }

    void show(List<Shown> comments, boolean mayComment) {
        getElement().callJsFunction("show", comments, mayComment);
    }

    /// Shows one in the text.
    void point(ThreadId comment, boolean focus) {
        getElement().callJsFunction("point", comment.toString(), focus);
    }

    /// Points at none any more.
    ///
    /// @param open the one that was open; nothing where it was a new one
    void leave(@Nullable ThreadId open) {
        getElement().callJsFunction("leave", open == null ? "" : open.toString());
    }

    @ClientCallable
    void open(String id) {
        try {
            opened.accept(new ThreadId(Sent.uuid(id)));
        } catch (BrokenRule gone) {
            // nothing to be shown any more
        }
    }

    @ClientCallable
    void wanted(String root, String start, String end, String words) {
        passage(root, start, end, passage -> wanted.accept(passage, words));
    }

    @ClientCallable
    void moved(String id, String root, String start, String end) {
        passage(root, start, end, passage -> moved.accept(new ThreadId(Sent.uuid(id)), passage));
    }

    private static void passage(String root, String start, String end, Consumer<Passage> act) {
        try {
            act.accept(Passage.of(root, start, end));
        } catch (InvalidPassage | BrokenRule lie) {
            // no browser of ours says so
        }
    }
}

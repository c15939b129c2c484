package org.rotfaden.ui.discussions;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rotfaden.crdt.Passage;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.discussions.NewPost;
import org.rotfaden.discussions.NewThread;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.discussions.ShownThread.Answer;
import org.rotfaden.ui.discussions.ShownThread.Choice;
import org.rotfaden.ui.elements.Language;
import org.rotfaden.ui.elements.Paths;

/// Where somebody begins a thread of a place.
@Tag("rotfaden-new-thread")
@JavaScript("context://editor/rotfaden-threads.js")
@StyleSheet("context://style/threads.css")
final class NewThreadElement extends Component {

    private final transient ThreadsAtWork work;
    private final transient MemberId member;
    private final transient Subject about;
    private final transient @Nullable At at;

    /// The words at which a comment will stand.
    ///
    /// @param ended what is done when it is begun, or is not
    record At(Passage passage, String words, Consumer<Optional<DiscussionThread>> ended) {}

    /// A thread of a place.
    NewThreadElement(ThreadsAtWork work, MemberId member, Subject about) {
        this(work, member, about, null);
    }

    /// A comment.
    NewThreadElement(ThreadsAtWork work, MemberId member, Subject about, @Nullable At at) {
        this.work = work;
        this.member = member;
        this.about = about;
        this.at = at;
        if (at != null) {
            getElement().setAttribute("quoted", at.words());
            getElement().setAttribute("root", at.passage().root().key());
            getElement().setAttribute("start", at.passage().start());
            getElement().setAttribute("end", at.passage().end());
        }
        getElement().setAttribute("member-id", member.toString());
        getElement().setAttribute("about", about.type() + ":" + about.id());
        getElement().setAttribute("lang", Language.of(getLocale()).code());
    }

    @ClientCallable
    List<Choice> find(String words) {
        return work.choices(member, about, words);
    }

    @ClientCallable
    Answer begin(String once, String title, String words, String files) {
        return work.answer(
                getLocale(),
                () -> {
                    var first = new NewPost(words, null, Sent.files(files), Sent.uuid(once));
                    return at == null ? titled(title, first) : at(at, first);
                });
    }

    private Answer titled(String title, NewPost first) {
        return Answer.begun(
                Paths.thread(
                        work.threads().begin(member, new NewThread(about, title, first)).number()));
    }

    private Answer at(At words, NewPost first) {
        words.ended()
                .accept(Optional.of(work.comments().begin(member, about, words.passage(), first)));
        return Answer.DONE;
    }

    @ClientCallable
    void cancel() {
        if (at != null) {
            at.ended().accept(Optional.empty());
        }
    }
}

package org.rotfaden.ui.discussions;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.List;
import java.util.UUID;
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
final class NewThreadElement extends Component {

    private final transient ThreadsAtWork work;
    private final transient MemberId member;
    private final transient Subject about;

    NewThreadElement(ThreadsAtWork work, MemberId member, Subject about) {
        this.work = work;
        this.member = member;
        this.about = about;
        getElement().setAttribute("member-id", member.toString());
        getElement().setAttribute("about", about.type() + ":" + about.id());
        getElement().setAttribute("lang", Language.of(getLocale()).code());
    }

    @ClientCallable
    List<Choice> find(String words) {
        return work.choices(member, about, words);
    }

    @ClientCallable
    Answer begin(String once, String title, String words) {
        var first = new NewPost(words, null, UUID.fromString(once));
        return work.answer(
                getLocale(),
                () ->
                        Answer.begun(
                                Paths.thread(
                                        work.threads()
                                                .begin(member, new NewThread(about, title, first))
                                                .number())));
    }
}

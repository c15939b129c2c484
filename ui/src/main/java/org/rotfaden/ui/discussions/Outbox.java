package org.rotfaden.ui.discussions;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import org.jspecify.annotations.Nullable;
import org.rotfaden.discussions.NewPost;
import org.rotfaden.discussions.NewThread;
import org.rotfaden.discussions.PostId;
import org.rotfaden.discussions.ThreadId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.rotfaden.ui.discussions.ShownThread.Answer;
import org.rotfaden.ui.elements.Language;

/// Stands on every page: what somebody posted waits in her browser and is sent from whatever page
/// she is on, as soon as there is a line.
@Tag("rotfaden-outbox")
@JavaScript("context://editor/rotfaden-outbox.js")
public final class Outbox extends Component {

    /// Makes one for each page.
    @org.springframework.stereotype.Component
    public static final class Maker {

        private final ThreadsAtWork work;

        Maker(ThreadsAtWork work) {
            this.work = work;
        }

        public Outbox of(MemberId member) {
            return new Outbox(work, member);
        }
    }

    private final transient ThreadsAtWork work;
    private final transient MemberId member;

    private Outbox(ThreadsAtWork work, MemberId member) {
        this.work = work;
        this.member = member;
        getElement().setAttribute("member-id", member.toString());
        getElement().setAttribute("lang", Language.of(getLocale()).code());
    }

    /// @param thread empty for the one beside a thing that has none yet
    /// @param about what that thing is, as `type:id`
    /// @param answers the post that it answers; may be empty
    /// @param files ids with a space between them; may be empty
    @ClientCallable
    Answer post(
            String once, String thread, String about, String words, String answers, String files) {
        return work.answer(
                getLocale(),
                () -> {
                    @Nullable PostId answered =
                            answers.isEmpty() ? null : new PostId(Sent.uuid(answers));
                    var post = new NewPost(words, answered, Sent.files(files), Sent.uuid(once));
                    PostId posted =
                            thread.isEmpty()
                                    ? beside(about, post)
                                    : in(new ThreadId(Sent.uuid(thread)), post);
                    return Answer.posted(posted.toString());
                });
    }

    private PostId in(ThreadId thread, NewPost post) {
        return work.posts().post(member, thread, post).id();
    }

    private PostId beside(String about, NewPost post) {
        String[] parts = about.split(":", 2);
        var subject = new Subject(parts[0], Sent.uuid(parts[parts.length - 1]));
        ThreadId thread = work.threads().begin(member, new NewThread(subject, "", post)).id();
        return in(thread, post);
    }
}

package org.rotfaden.ui.discussions;

import com.vaadin.flow.component.textfield.TextField;
import org.rotfaden.discussions.DiscussionThread;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;

/// Gives a thread another title.
final class RenameThreadDialog extends FormDialog {

    private final transient ThreadsAtWork work;
    private final transient DiscussionThread thread;
    private final transient MemberId by;
    private final TextField title = new TextField();

    RenameThreadDialog(ThreadsAtWork work, DiscussionThread thread, MemberId by) {
        super("thread.rename.title", "thread.rename");
        this.work = work;
        this.thread = thread;
        this.by = by;
        title.setLabel(getTranslation("thread.title"));
        title.setValue(thread.title());
        title.setWidthFull();
        refusals.about(title, "THREAD_TITLE_MISSING", "THREAD_TITLE_TOO_LONG", "UNREADABLE_WORDS");
        addFields(title);
        actsByEnter();
    }

    @Override
    protected void act() {
        DiscussionThread renamed =
                work.threads().rename(by, thread.id(), title.getValue(), thread.version());
        done(
                getTranslation("thread.renamed"),
                () -> work.threads().rename(by, thread.id(), thread.title(), renamed.version()));
    }
}

package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Div;
import org.rotfaden.members.Member;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Trouble;
import org.rotfaden.ui.elements.When;

/// Says above the words of a discarded motion who laid it aside, and offers the way back to those
/// who lead it.
final class LaidAside extends Div {

    private final transient MotionsAtWork work;
    private final transient Member reader;

    LaidAside(MotionsAtWork work, Member reader) {
        this.work = work;
        this.reader = reader;
        addClassName("discarded");
    }

    /// Shows what is true of it now: nothing of a motion that is written.
    void show(MotionSummary motion) {
        removeAll();
        if (motion.discarded() == null) {
            return;
        }
        String who = work.members().find(motion.discarded().by()).map(Member::name).orElse("");
        String when = When.inWords(motion.discarded().at(), getLocale());
        add(new Trouble(null, getTranslation("motion.discarded", who, when)));
        if (work.motions().mayHandOver(reader.id(), motion).allowed()) {
            add(
                    new Act(
                            getTranslation("motion.bring-back"),
                            () -> work.motions().bringBack(reader.id(), motion.id())));
        }
    }
}

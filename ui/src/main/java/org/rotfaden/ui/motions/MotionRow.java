package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import org.rotfaden.motions.MotionState;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.ui.elements.StateChip;
import org.rotfaden.ui.elements.When;

/// A motion in the list: what it is called, whose it is, who began it, when its words last changed.
final class MotionRow extends ListItem {

    /// What is shown of a motion.
    ///
    /// @param owner by name
    /// @param author by name
    record Shown(MotionSummary motion, String owner, String author) {

        /// Both are the same where it is a member's own.
        private String whose() {
            return owner.equals(author) ? owner : owner + " · " + author;
        }
    }

    MotionRow(Shown shown, Clock clock) {
        MotionSummary motion = shown.motion();
        setId("motion-" + motion.number());
        add(MotionLink.to(motion, "motion-title"));
        if (motion.state() == MotionState.DISCARDED) {
            add(new StateChip(getTranslation(MotionFilter.words(motion.state()))));
        }
        var about =
                new Div(
                        new Span(shown.whose() + " · "),
                        new Span(new When(motion.changed(), clock)));
        about.addClassName("about");
        add(about);
    }
}

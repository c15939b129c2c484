package org.rotfaden.ui.motions;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import org.rotfaden.motions.MotionSummary;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.When;

/// A motion in the list: what it is called, whose it is, who began it, when its words last changed.
final class MotionRow extends ListItem {

    private final transient Clock clock;
    private final PageLink title;
    private final Span changed = new Span();

    MotionRow(MotionSummary motion, Names names, Clock clock) {
        this.clock = clock;
        setId("motion-" + motion.number());
        title = new PageLink(Paths.motion(motion.number().value()), "");
        title.addClassName("motion-title");
        var about = new Div(new Span(whose(motion, names) + " · "), changed);
        about.addClassName("about");
        add(title, about);
        show(motion);
    }

    /// Whose it is and who began it; both are the same where it is a member's own.
    private static String whose(MotionSummary motion, Names names) {
        String owner = names.ownerOf(motion);
        String author = names.authorOf(motion);
        return owner.equals(author) ? owner : owner + " · " + author;
    }

    /// Shows what a motion has become.
    void show(MotionSummary motion) {
        boolean untitled = motion.title().isEmpty();
        title.setText(untitled ? getTranslation("motion.untitled") : motion.title());
        title.setClassName("untitled", untitled);
        changed.removeAll();
        changed.add(new When(motion.changed(), clock));
    }

    void focus() {
        title.getElement().callJsFunction("focus");
    }
}

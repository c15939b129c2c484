package org.rotfaden.ui.motions;

import org.rotfaden.motions.MotionSummary;
import org.rotfaden.ui.elements.DataLanguage;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Titles;

/// Leads to a motion by its title.
public final class MotionLink {

    private MotionLink() {}

    /// A link to a motion, which may have no title yet.
    ///
    /// @param look the class of how it looks in its list
    public static PageLink to(MotionSummary motion, String look) {
        var link = new PageLink(Paths.motion(motion.number().value()), "");
        link.setText(Titles.ofThing(motion.title(), link.getTranslation("untitled")));
        link.addClassName(look);
        link.setClassName("untitled", motion.title().isEmpty());
        return motion.title().isEmpty() ? link : DataLanguage.mark(link);
    }
}

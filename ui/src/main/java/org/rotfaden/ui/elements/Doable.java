package org.rotfaden.ui.elements;

import java.util.List;

/// Something that can be done on a page, wherever it is shown there.
///
/// @param words what is done
/// @param act does it; whether it may is asked then
/// @param isGrave whether it is offered only to those who ask for it by name
public record Doable(String words, Runnable act, boolean isGrave) {

    public Doable(String words, Runnable act) {
        this(words, act, false);
    }

    /// Whatever shows something that can be done.
    public interface Source {

        /// What can be done here now.
        List<Doable> doables();
    }
}

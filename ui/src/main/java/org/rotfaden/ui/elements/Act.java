package org.rotfaden.ui.elements;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;

/// A button that does something [Once] for each time the reader can see what came of it. In a
/// dialog that has closed it does nothing more.
///
/// It stays as it looks: a button that goes grey loses the focus.
public final class Act extends Button {

    public Act(String words) {
        super(words);
    }

    public Act(String words, Runnable action) {
        this(words);
        does(action);
    }

    public Act(String words, Icon icon, Runnable action) {
        this(words, action);
        setIcon(icon);
    }

    /// What happens when it is pressed.
    public void does(Runnable action) {
        var once = new Once(this, action);
        addClickListener(_ -> {
            if (!isInClosedDialog()) {
                once.run();
            }
        });
    }

    private boolean isInClosedDialog() {
        Dialog dialog = findAncestor(Dialog.class);
        return dialog != null && !dialog.isOpened();
    }
}

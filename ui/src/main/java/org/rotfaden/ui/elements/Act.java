package org.rotfaden.ui.elements;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;

/// A button that does something once, however often it is pressed before the reader can see the
/// answer: by a double click, by Enter twice, or impatiently on a slow line. After that it works
/// again, as after a refusal. In a dialog that has closed it does nothing more.
///
/// It stays as it looks: a button that goes grey loses the focus.
public final class Act extends Button {

    private boolean isUnderway;

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
        addClickListener(_ -> {
            if (!isUnderway && !isInClosedDialog()) {
                once(action);
            }
        });
    }

    /// The browser answers when it has shown what came of it. What was pressed before is here by
    /// then.
    private void once(Runnable action) {
        isUnderway = true;
        try {
            action.run();
        } finally {
            getElement().executeJs("return true").then(_ -> isUnderway = false);
        }
    }

    private boolean isInClosedDialog() {
        Dialog dialog = findAncestor(Dialog.class);
        return dialog != null && !dialog.isOpened();
    }
}

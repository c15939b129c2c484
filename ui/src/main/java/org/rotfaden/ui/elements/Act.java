package org.rotfaden.ui.elements;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A button that does something [Once] for each time the reader can see what came of it. In a
/// dialog that has closed it does nothing more.
///
/// It stays as it looks: a button that goes grey loses the focus.
public final class Act extends Button implements Doable.Source {

    private transient @Nullable Runnable act;

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
        var made = new Once(this, action);
        Runnable guarded =
                () -> {
                    if (!isInClosedDialog()) {
                        made.run();
                    }
                };
        act = guarded;
        addClickListener(_ -> guarded.run());
    }

    @Override
    public List<Doable> doables() {
        Runnable does = act;
        return does == null ? List.of() : List.of(new Doable(getText(), does));
    }

    private boolean isInClosedDialog() {
        Dialog dialog = findAncestor(Dialog.class);
        return dialog != null && !dialog.isOpened();
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.ClickNotifier;
import com.vaadin.flow.component.Component;

/// Does something once, however often it is asked for before the reader can see what came of it: by
/// a double click, by Enter twice, impatiently on a slow line, or by a hundred clicks in one
/// request. After that it works again, as after a refusal.
public final class Once implements Runnable {

    private final Component where;
    private final Runnable action;
    private final Awaited answer = new Awaited();

    /// @param where what is pressed
    public Once(Component where, Runnable action) {
        this.where = where;
        this.action = action;
    }

    /// Does it when a button is pressed.
    public static <T extends Component & ClickNotifier<?>> void whenPressed(
            T button, Runnable action) {
        var once = new Once(button, action);
        button.addClickListener(_ -> once.run());
    }

    /// The browser answers when it has shown what came of it. What was pressed before is here by
    /// then.
    @Override
    public void run() {
        if (answer.isPending()) {
            return;
        }
        try {
            action.run();
        } finally {
            answer.ask(where.getElement(), "return true", _ -> {});
        }
    }
}

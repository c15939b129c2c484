package org.rotfaden.ui.elements;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/// Says what was done and takes it back when asked.
public final class Undoable extends Notification {

    private static final int SHOWN_MILLIS = 10_000;

    public Undoable(String done, Runnable undo) {
        setDuration(SHOWN_MILLIS);
        setPosition(Position.BOTTOM_CENTER);
        var takeBack =
                new Button(
                        getTranslation("undo"),
                        _ -> {
                            undo.run();
                            close();
                        });
        takeBack.addThemeVariants(ButtonVariant.TERTIARY);
        var line = new Div(new Span(done), takeBack);
        line.addClassName("with-why");
        add(line);
    }
}

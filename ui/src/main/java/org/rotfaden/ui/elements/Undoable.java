package org.rotfaden.ui.elements;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.rotfaden.security.BrokenRule;

/// Says what was done and takes it back when asked.
public final class Undoable extends Notification {

    private static final int SHOWN_MILLIS = 10_000;

    private final String done;

    public Undoable(String done, Runnable undo) {
        this.done = done;
        setDuration(SHOWN_MILLIS);
        setPosition(Position.BOTTOM_CENTER);
        var takeBack = new Act(getTranslation("undo"), () -> takeBack(undo));
        takeBack.addThemeVariants(ButtonVariant.TERTIARY);
        var line = new Div(new Span(done), takeBack);
        line.addClassName("with-why");
        add(line);
    }

    /// An older one that says the same goes: nobody could tell which of the two takes back what.
    @Override
    protected void onAttach(AttachEvent shown) {
        super.onAttach(shown);
        shown.getUI().getChildren().toList().stream()
                .filter(notice -> notice != this)
                .filter(Undoable.class::isInstance)
                .map(Undoable.class::cast)
                .filter(older -> older.done.equals(done))
                .forEach(Undoable::close);
    }

    /// Where it is too late, the notice says why.
    private void takeBack(Runnable undo) {
        try {
            undo.run();
            close();
        } catch (BrokenRule broken) {
            removeAll();
            add(new Trouble(null, getTranslation("problem." + broken.code())));
        }
    }
}

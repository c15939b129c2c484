package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.Optional;
import org.rotfaden.security.BrokenRule;

/// A few fields and one thing to do with them. What is refused is said beside its field or on top,
/// and nothing typed is lost.
public abstract class FormDialog extends Dialog {

    private final Div trouble = new Div();
    private final Div form = new Div(trouble);
    private final Act action;

    /// Says what is refused.
    protected final transient Refusals refusals = new Refusals().wordsIn(form).othersIn(trouble);

    /// Nothing is pressed before it is whole.
    ///
    /// @param title the key of what it is called
    /// @param action the key of what its button does
    /// @param named what the title names
    @SuppressWarnings("this-escape")
    protected FormDialog(String title, String action, Object... named) {
        setHeaderTitle(getTranslation(title, named));
        setWidth("480px");
        form.addClassName("form");
        add(form);
        this.action = new Act(getTranslation(action), () -> attempt(this::act));
        this.action.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), this.action);
    }

    protected final void addFields(Component... fields) {
        form.add(fields);
    }

    /// For fields of one line each: whoever presses Enter in one is done.
    protected final void actsByEnter() {
        action.addClickShortcut(Key.ENTER);
    }

    /// There is nothing to do here, and why.
    protected final void onlySay(String why) {
        form.add(new Paragraph(why));
        getFooter().remove(action);
    }

    /// Does what the dialog is for; a broken rule keeps it open.
    protected abstract void act();

    /// Asks before what cannot be undone. The fields stay until it is done.
    ///
    /// @param effect what comes of it, in numbers
    /// @param action the key of what is done
    protected final void ask(String question, String effect, String action, Runnable done) {
        new Question(
                        question,
                        effect,
                        new Question.Answers(getTranslation("cancel"), getTranslation(action)),
                        () ->
                                attempt(() -> {
                                    done.run();
                                    close();
                                }))
                .open();
    }

    /// What was chosen; where nothing was, that is said beside the field.
    ///
    /// @param missing the key of what is said
    protected final <T, F extends HasValidationProperties & HasValue<?, T>> Optional<T> chosen(
            F field, String missing) {
        if (field.isEmpty()) {
            refusals.refuse(field, getTranslation(missing));
        }
        return field.getOptionalValue();
    }

    /// It is done, and can be taken back.
    ///
    /// @param what was done, in words
    protected final void done(String what, Runnable undo) {
        close();
        new Undoable(what, undo).open();
    }

    protected void refused(BrokenRule broken) {
        refusals.show(broken);
    }

    /// Says something on top of the fields.
    protected final void say(Component... words) {
        trouble.add(words);
    }

    private void attempt(Runnable act) {
        refusals.clear();
        try {
            act.run();
        } catch (BrokenRule broken) {
            refused(broken);
        }
    }
}

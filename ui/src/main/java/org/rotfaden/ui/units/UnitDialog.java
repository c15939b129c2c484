package org.rotfaden.ui.units;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.Refusals;

/// A few fields and one thing to do with them. What is refused is said beside its field or on top,
/// and nothing typed is lost.
abstract class UnitDialog extends Dialog {

    private final Div trouble = new Div();
    private final Div form = new Div(trouble);

    /// Says what is refused.
    final transient Refusals refusals = new Refusals().wordsIn(form).othersIn(trouble);

    /// @param title the key of what it is called
    /// @param action the key of what its button does
    UnitDialog(String title, String action, Object... named) {
        setHeaderTitle(getTranslation(title, named));
        setWidth("480px");
        form.addClassName("form");
        add(form);
        var button = new Act(getTranslation(action), () -> attempt(this::act));
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Act(getTranslation("cancel"), () -> close()), button);
    }

    void addFields(Component... fields) {
        form.add(fields);
    }

    /// Does what the dialog is for; a broken rule keeps it open.
    abstract void act();

    /// Asks before what cannot be undone. The fields stay until it is done.
    ///
    /// @param effect what comes of it, in numbers
    /// @param action the key of what is done
    void ask(String question, String effect, String action, Runnable done) {
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

    void refused(BrokenRule broken) {
        refusals.show(broken);
    }

    /// Says something on top of the fields.
    void say(Component... words) {
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

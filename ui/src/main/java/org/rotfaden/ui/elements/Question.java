package org.rotfaden.ui.elements;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/// Asks before something that cannot be undone. The button says what happens.
public final class Question extends Dialog {

    /// The ways to answer.
    public record Answers(String leaveIt, String doIt) {}

    public Question(String title, String text, Answers answers, Runnable action) {
        setHeaderTitle(title);
        setWidth("440px");
        setRole("alertdialog");
        add(new Paragraph(text));
        var doIt =
                new Act(
                        answers.doIt(),
                        () -> {
                            close();
                            action.run();
                        });
        doIt.addThemeVariants(ButtonVariant.PRIMARY);
        var leaveIt = new Act(answers.leaveIt(), () -> close());
        leaveIt.setAutofocus(true);
        getFooter().add(leaveIt, doIt);
    }
}

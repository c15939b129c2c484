package org.rotfaden.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;

/// Asks before something that cannot be undone. The button says what happens.
final class Question extends Dialog {

    /// The ways to answer.
    record Answers(String leaveIt, String doIt) {}

    Question(String title, String text, Answers answers, Runnable action) {
        setHeaderTitle(title);
        setWidth("440px");
        setRole("alertdialog");
        add(new Paragraph(text));
        var doIt =
                new Button(
                        answers.doIt(),
                        _ -> {
                            close();
                            action.run();
                        });
        doIt.addThemeVariants(ButtonVariant.PRIMARY);
        var leaveIt = new Button(answers.leaveIt(), _ -> close());
        leaveIt.setAutofocus(true);
        getFooter().add(leaveIt, doIt);
    }
}

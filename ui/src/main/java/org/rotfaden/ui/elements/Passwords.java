package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.PasswordField;

/// What fields for passwords have in common.
public final class Passwords {

    private Passwords() {}

    /// Names the button that shows what was typed.
    public static void nameReveal(PasswordField field) {
        field.getElement()
                .executeJs(
                        "this.i18n = {...this.i18n, reveal: $0}",
                        field.getTranslation("password.reveal"));
    }

    /// Makes a field for a password that is chosen now.
    public static void prepareNew(PasswordField field) {
        autocomplete(field, "new-password");
        nameReveal(field);
    }

    /// Tells password managers what a field is for (the tokens of HTML's `autocomplete`).
    public static void autocomplete(Component field, String purpose) {
        field.getElement().setAttribute("autocomplete", purpose);
    }
}

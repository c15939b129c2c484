package org.rotfaden.ui;

import com.vaadin.flow.component.textfield.PasswordField;

/// What fields for passwords have in common.
final class Passwords {

    private Passwords() {}

    /// Names the button that shows what was typed.
    static void nameReveal(PasswordField field) {
        field.getElement()
                .executeJs(
                        "this.i18n = {...this.i18n, reveal: $0}",
                        field.getTranslation("password.reveal"));
    }
}

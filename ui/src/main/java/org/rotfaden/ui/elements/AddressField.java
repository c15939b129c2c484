package org.rotfaden.ui.elements;

import com.vaadin.flow.component.textfield.EmailField;

/// A field for an e-mail address. It refuses what nobody can have, as the server does, and says so.
public final class AddressField extends EmailField {

    private static final String POSSIBLE = "\\s*[^\\s@]+@[^\\s@]+\\s*";

    public AddressField() {
        setLabel(getTranslation("login.email"));
        setPattern(POSSIBLE);
        setI18n(
                new EmailFieldI18n()
                        .setPatternErrorMessage(getTranslation("problem.INVALID_EMAIL")));
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.textfield.IntegerField;

/// A field for a whole number, which says what it may be.
public final class CountField extends IntegerField {

    public CountField(String label, int least, int most) {
        super(label);
        String possible = getTranslation("number.possible", least, most);
        setMin(least);
        setMax(most);
        setStepButtonsVisible(true);
        setI18n(
                new IntegerFieldI18n()
                        .setBadInputErrorMessage(possible)
                        .setMinErrorMessage(possible)
                        .setMaxErrorMessage(possible)
                        .setStepErrorMessage(possible));
    }
}

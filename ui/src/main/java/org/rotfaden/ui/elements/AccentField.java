package org.rotfaden.ui.elements;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.OptionalDouble;
import org.rotfaden.association.Accent;

/// A field for the association's colour that says at once how well it can be read.
public final class AccentField extends CustomField<String> {

    private static final double READABLE = 4.5;

    private final TextField hex = new TextField();
    private final Input wheel = new Input();
    private final Div told = new Div();

    public AccentField(String label) {
        setLabel(label);
        hex.setPlaceholder("#b3122b");
        hex.setAriaLabel(label);
        hex.setValueChangeMode(ValueChangeMode.EAGER);
        hex.addValueChangeListener(_ -> judge());
        wheel.setType("color");
        wheel.getElement().setAttribute("aria-label", getTranslation("accent.choose"));
        wheel.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                hex.setValue(change.getValue());
            }
        });
        told.addClassName("contrast");
        told.getElement().setAttribute("role", "status");
        var line = new Div(hex, wheel);
        line.addClassName("accent-line");
        add(line, told);
        judge();
    }

    /// What was wrong with what stood there before is not said of this.
    private void judge() {
        setInvalid(false);
        told.removeAll();
        OptionalDouble contrast = Accent.readability(hex.getValue());
        if (contrast.isPresent()) {
            wheel.setValue(hex.getValue());
            var sample = new Span(getTranslation("accent.sample"));
            sample.addClassName("accent-sample");
            sample.getStyle().set("background", hex.getValue());
            boolean isReadable = contrast.getAsDouble() >= READABLE;
            told.add(
                    sample,
                    new Span(
                            getTranslation(
                                    isReadable ? "accent.readable" : "accent.too-pale",
                                    contrast.getAsDouble())));
        }
        updateValue();
    }

    @Override
    protected String generateModelValue() {
        return hex.getValue();
    }

    @Override
    protected void setPresentationValue(String value) {
        hex.setValue(value == null ? "" : value);
    }
}

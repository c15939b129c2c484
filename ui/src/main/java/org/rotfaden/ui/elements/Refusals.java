package org.rotfaden.ui.elements;

import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rotfaden.security.BrokenRule;

/// Says what is wrong beside the field it is about, and leads there.
public final class Refusals {

    private final Map<String, TextFieldBase<?, ?>> fieldOf = new HashMap<>();

    /// Rules with these codes are about this field.
    public Refusals about(TextFieldBase<?, ?> field, String... codes) {
        List.of(codes).forEach(code -> fieldOf.put(code, field));
        return this;
    }

    public void clear() {
        fieldOf.values().forEach(field -> field.setInvalid(false));
    }

    /// Shows a broken rule.
    ///
    /// @throws BrokenRule itself, when it is about none of the fields
    public void show(BrokenRule broken) {
        TextFieldBase<?, ?> field = fieldOf.get(broken.code());
        if (field == null) {
            throw broken;
        }
        show(field, field.getTranslation("problem." + broken.code()));
    }

    public static void show(TextFieldBase<?, ?> field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        field.focus();
    }
}

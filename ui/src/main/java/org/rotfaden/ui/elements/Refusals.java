package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.BrokenRule;

/// Says what is wrong beside the field it is about, and leads there.
public final class Refusals {

    private final Map<String, HasValidationProperties> fieldOf = new HashMap<>();
    private @Nullable HasComponents rest;

    /// Rules with these codes are about this field.
    public Refusals about(HasValidationProperties field, String... codes) {
        List.of(codes).forEach(code -> fieldOf.put(code, field));
        return this;
    }

    /// All other rules are told here.
    public Refusals othersIn(HasComponents place) {
        rest = place;
        return this;
    }

    public void clear() {
        fieldOf.values().forEach(field -> field.setInvalid(false));
        if (rest != null) {
            rest.removeAll();
        }
    }

    /// Shows a broken rule.
    ///
    /// @throws BrokenRule itself, when it is about none of the fields and there is no other place
    public void show(BrokenRule broken) {
        HasValidationProperties field = fieldOf.get(broken.code());
        if (field instanceof Component component) {
            show(field, component.getTranslation("problem." + broken.code()));
        } else if (rest instanceof Component component) {
            rest.add(new Trouble(null, component.getTranslation("problem." + broken.code())));
        } else {
            throw broken;
        }
    }

    public static void show(HasValidationProperties field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}

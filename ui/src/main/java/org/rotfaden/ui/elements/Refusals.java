package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.AssociationObjection;
import org.rotfaden.association.Wording;
import org.rotfaden.security.BrokenRule;

/// Says what is wrong beside the field it is about, and leads to the first of them.
public final class Refusals {

    private final Map<String, HasValidationProperties> fieldOf = new HashMap<>();
    private final List<HasValidationProperties> refused = new ArrayList<>();
    private @Nullable Component words;
    private @Nullable HasComponents rest;

    /// Rules with these codes are about this field.
    public Refusals about(HasValidationProperties field, String... codes) {
        List.of(codes).forEach(code -> fieldOf.put(code, field));
        return this;
    }

    /// Which of the texts in here cannot be read, is said beside it.
    public Refusals wordsIn(Component form) {
        words = form;
        return this;
    }

    /// All other rules are told here.
    public Refusals othersIn(HasComponents place) {
        rest = place;
        return this;
    }

    public void clear() {
        fieldOf.values().forEach(field -> field.setInvalid(false));
        refused.forEach(field -> field.setInvalid(false));
        refused.clear();
        if (rest != null) {
            rest.removeAll();
        }
    }

    /// Whether nothing was refused since they were cleared.
    public boolean areNone() {
        return refused.isEmpty();
    }

    /// The names of the fields in which something is wrong, from the top down.
    public List<String> fields() {
        return refused.stream()
                .distinct()
                .flatMap(field ->
                        field instanceof HasLabel labelled
                                ? Stream.of(labelled.getLabel())
                                : Stream.empty())
                .toList();
    }

    /// Reads a field: whichever rule breaks, it is said beside it, and the next one can be read.
    public void check(HasValidationProperties field, Runnable reading) {
        try {
            reading.run();
        } catch (BrokenRule broken) {
            refuse(field, broken);
        }
    }

    /// Says something beside a field.
    public void refuse(HasValidationProperties field, String sentence) {
        if (areNone()) {
            show(field, sentence);
        } else {
            mark(field, sentence);
        }
        refused.add(field);
    }

    /// Shows a broken rule.
    ///
    /// @throws BrokenRule itself, when it is about none of the fields and there is no other place
    public void show(BrokenRule broken) {
        HasValidationProperties field = fieldOf.get(broken.code());
        List<TextFieldBase<?, ?>> unreadable = unreadable(broken);
        if (field != null) {
            refuse(field, broken);
        } else if (!unreadable.isEmpty()) {
            unreadable.forEach(text -> refuse(text, broken));
        } else if (rest instanceof Component component) {
            rest.add(new Trouble(null, component.getTranslation("problem." + broken.code())));
        } else {
            throw broken;
        }
    }

    public static void show(HasValidationProperties field, String sentence) {
        mark(field, sentence);
        if (field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }

    private static void mark(HasValidationProperties field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }

    private void refuse(HasValidationProperties field, BrokenRule broken) {
        if (field instanceof Component component) {
            refuse(field, component.getTranslation("problem." + broken.code()));
        }
    }

    private List<TextFieldBase<?, ?>> unreadable(BrokenRule broken) {
        return broken.is(AssociationObjection.UNREADABLE_WORDS) && words != null
                ? within(words).flatMap(Refusals::unreadable).toList()
                : List.of();
    }

    private static Stream<TextFieldBase<?, ?>> unreadable(Component part) {
        return part instanceof TextFieldBase<?, ?> field
                        && field.getValue() instanceof String typed
                        && !Wording.isReadable(typed)
                ? Stream.of(field)
                : Stream.empty();
    }

    private static Stream<Component> within(Component whole) {
        return Stream.concat(Stream.of(whole), whole.getChildren().flatMap(Refusals::within));
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Function;

/// Choices of which always one holds: the first, until somebody chooses another.
public final class OneOf {

    private OneOf() {}

    /// All of them are seen.
    ///
    /// @param label the key of what is chosen
    /// @param words the key of what each is called
    public static <T> RadioButtonGroup<T> shown(
            String label, List<T> values, Function<T, String> words) {
        var group = new RadioButtonGroup<T>();
        group.setLabel(group.getTranslation(label));
        group.setItems(values);
        group.setItemLabelGenerator(value -> group.getTranslation(words.apply(value)));
        group.setValue(values.getFirst());
        return group;
    }

    /// The one that holds is seen, the others when it is pressed.
    ///
    /// @param label the key of what is chosen
    /// @param words the key of what each is called
    public static <T> Select<T> folded(String label, List<T> values, Function<T, String> words) {
        var select = new Select<T>();
        select.setLabel(select.getTranslation(label));
        select.setItems(values);
        select.setItemLabelGenerator(value -> select.getTranslation(words.apply(value)));
        select.setValue(values.getFirst());
        return select;
    }
}

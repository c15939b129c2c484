package org.rotfaden.ui.units;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.ui.elements.Refusals;

/// A few fields and one thing to do with them. What is refused is said beside its field or on top,
/// and nothing typed is lost.
abstract class UnitDialog extends Dialog {

    private final Div trouble = new Div();
    private final Div form = new Div(trouble);

    /// Says what is refused.
    final transient Refusals refusals = new Refusals().othersIn(trouble);

    /// @param title the key of what it is called
    /// @param action the key of what its button does
    UnitDialog(String title, String action, Object... named) {
        setHeaderTitle(getTranslation(title, named));
        setWidth("480px");
        form.addClassName("form");
        add(form);
        var button = new Button(getTranslation(action), _ -> attempt());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("cancel"), _ -> close()), button);
    }

    void addFields(Component... fields) {
        form.add(fields);
    }

    /// Does what the dialog is for; a broken rule keeps it open.
    abstract void act();

    private void attempt() {
        refusals.clear();
        try {
            act();
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }
}

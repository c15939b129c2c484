package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/// Leads to the same page in the other language, whose name it carries.
public final class LanguageSwitch extends NativeButton {

    public LanguageSwitch() {
        Language other = Language.of(getLocale()).other();
        var name = new Span(other.ownName());
        name.getElement().setAttribute("lang", other.code());
        add(new Icon("language"), name);
        Once.whenPressed(this, () -> choose(other));
    }

    private void choose(Language language) {
        language.choose();
        getUI().ifPresent(ui -> ui.getPage().reload());
    }
}

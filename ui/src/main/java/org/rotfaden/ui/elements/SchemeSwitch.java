package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/// Changes between light and dark, whichever the page has now.
public final class SchemeSwitch extends NativeButton {

    public SchemeSwitch() {
        add(new Icon("scheme"), new Span(getTranslation("shell.scheme")));
        Once.whenPressed(this, this::change);
    }

    private void change() {
        getElement()
                .executeJs("return window.rotfadenShell.isDark()")
                .then(Boolean.class, dark -> show(dark ? Scheme.LIGHT : Scheme.DARK));
    }

    private void show(Scheme scheme) {
        scheme.choose();
        getElement()
                .executeJs(
                        "document.documentElement.setAttribute($0, $1)",
                        Scheme.ATTRIBUTE,
                        scheme.code());
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.Page;

/// Changes between light and dark, whichever the page has now.
public final class SchemeSwitch extends NativeButton {

    public SchemeSwitch() {
        add(new Icon("scheme"), new Span(getTranslation("shell.scheme")));
        Once.whenPressed(this, SchemeSwitch::change);
    }

    /// Makes a dark page light and a light one dark.
    public static void change() {
        Page page = UI.getCurrent().getPage();
        page.executeJs("return window.rotfadenShell.isDark()")
                .then(Boolean.class, dark -> show(page, dark ? Scheme.LIGHT : Scheme.DARK));
    }

    private static void show(Page page, Scheme scheme) {
        scheme.choose();
        page.executeJs(
                "document.documentElement.setAttribute($0, $1)", Scheme.ATTRIBUTE, scheme.code());
    }
}

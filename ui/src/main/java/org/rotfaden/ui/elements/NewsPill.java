package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/// Says how many new things wait above a list that somebody is reading, and brings them in when
/// asked.
public final class NewsPill extends Div {

    private final transient Runnable bringIn;

    public NewsPill(Runnable bringIn) {
        this.bringIn = bringIn;
        addClassName("news");
        getElement().setAttribute("role", "status");
    }

    public void show(int waiting) {
        removeAll();
        if (waiting > 0) {
            var pill = new NativeButton("", _ -> bringIn());
            pill.addClassName("pill");
            pill.add(new Icon("up"), new Span(getTranslation("motions.waiting", waiting)));
            add(pill);
        }
    }

    private void bringIn() {
        bringIn.run();
        getElement()
                .executeJs(
                        "scrollTo({top: 0}); this.nextElementSibling?.querySelector('a')?.focus()");
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/// Says how many new things wait above a list that somebody is reading, and brings them in when
/// asked.
public final class NewsPill extends Div {

    /// So many are too many to be counted.
    public static final int MANY = 100;

    private final String words;
    private final transient Runnable bringIn;

    /// @param words the key of what is said; that of many ends with `.many`
    public NewsPill(String words, Runnable bringIn) {
        this.words = words;
        this.bringIn = bringIn;
        addClassName("news");
        getElement().setAttribute("role", "status");
    }

    /// Whether it says nothing.
    public boolean isQuiet() {
        return getComponentCount() == 0;
    }

    /// Announces what waits.
    ///
    /// @param waiting how many; from [#MANY] on nobody counts
    public void show(int waiting) {
        removeAll();
        if (waiting > 0) {
            var pill = new NativeButton("", _ -> bringIn());
            pill.addClassName("pill");
            pill.add(
                    new Icon("up"),
                    new Span(getTranslation(waiting < MANY ? words : words + ".many", waiting)));
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

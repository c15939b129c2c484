package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.jspecify.annotations.Nullable;

/// Says what went wrong, what was not lost and what to do; is read out at once.
public final class Trouble extends Div {

    private final Paragraph sentence = new Paragraph();

    public Trouble(@Nullable String title, String text) {
        addClassName("trouble");
        getElement().setAttribute("role", "alert");
        if (title != null) {
            var strong = new com.vaadin.flow.dom.Element("strong");
            strong.setText(title);
            getElement().appendChild(strong);
        }
        sentence.setText(text);
        add(sentence);
    }
}

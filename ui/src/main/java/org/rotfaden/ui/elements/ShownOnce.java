package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/// A secret that nobody will see again, with a button that copies it.
public final class ShownOnce extends Div {

    public ShownOnce(String about, String secret) {
        addClassName("shown-once");
        var code = new Code(secret);
        var copy = new Act(getTranslation("copy"));
        copy.setIcon(new Icon("copy"));
        copy.getElement()
                .executeJs(
                        "this.addEventListener('click', async () => {"
                                + " await navigator.clipboard.writeText($0.textContent);"
                                + " this.lastChild.textContent = $1; })",
                        code.getElement(),
                        getTranslation("copied"));
        add(new Paragraph(about), code, copy);
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/// A secret that nobody will see again, with a button that copies it.
public final class ShownOnce extends Div {

    private final Act copy = new Act(getTranslation("copy"));

    public ShownOnce(String about, String secret) {
        addClassName("shown-once");
        var code = new Code(secret);
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

    /// Leads there, so that whoever presses Enter once more copies it.
    public void focus() {
        copy.focus();
    }
}

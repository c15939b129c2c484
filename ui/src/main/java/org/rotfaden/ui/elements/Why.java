package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;

/// A small "Why?" that answers in a sentence.
public final class Why extends NativeDetails {

    public Why(String answer) {
        this("", answer);
        setSummaryText(getTranslation("why"));
    }

    public Why(String question, String answer) {
        super(question);
        addClassName("why");
        setContent(new Paragraph(answer));
    }
}

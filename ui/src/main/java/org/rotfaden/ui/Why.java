package org.rotfaden.ui;

import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;

/// A small "Why?" that answers in a sentence.
final class Why extends NativeDetails {

    Why(String answer) {
        this("", answer);
        setSummaryText(getTranslation("why"));
    }

    Why(String question, String answer) {
        super(question);
        addClassName("why");
        setContent(new Paragraph(answer));
    }
}

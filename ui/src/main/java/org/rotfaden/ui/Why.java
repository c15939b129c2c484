package org.rotfaden.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;

/// A small "Why?" that answers in a sentence.
final class Why extends Details {

    Why(String answer) {
        addClassName("why");
        setSummaryText(getTranslation("why"));
        add(new Paragraph(answer));
    }
}

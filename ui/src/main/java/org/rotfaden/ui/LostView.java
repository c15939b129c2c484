package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.ThreadSign;
import org.rotfaden.ui.elements.Titles;

/// What a page says that shows nothing of what was asked for.
abstract sealed class LostView extends Div implements HasDynamicTitle
        permits NotFoundView, BrokenRuleView, FailureView {

    private String title = "";

    void say(String title, String text) {
        this.title = title;
        addClassName("lost");
        removeAll();
        add(
                new ThreadSign(),
                new H1(title),
                new Paragraph(text),
                new PageLink(Paths.START, getTranslation("lost.way-back")));
    }

    @Override
    public String getPageTitle() {
        return Titles.of(title);
    }
}

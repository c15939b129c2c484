package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;

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
                new RouterLink(getTranslation("lost.way-back"), MotionListView.class));
    }

    @Override
    public String getPageTitle() {
        return Titles.of(title);
    }
}

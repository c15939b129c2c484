package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.AssociationSign;
import org.rotfaden.ui.elements.DataLanguage;
import org.rotfaden.ui.elements.PageLink;

/// Whose house it is, by sign and name, which lead to its pages.
final class Brand extends Div {

    private boolean isMarked;

    void show(AssociationName association, String path) {
        removeAll();
        var link =
                new PageLink(
                        path,
                        new AssociationSign(association),
                        DataLanguage.mark(new Span(association.toString())));
        link.addClassName("brand");
        link.mark(isMarked);
        add(link);
    }

    /// Whether one of the association's pages is open.
    void mark(boolean isHere) {
        isMarked = isHere;
        getChildren().map(PageLink.class::cast).forEach(link -> link.mark(isHere));
    }
}

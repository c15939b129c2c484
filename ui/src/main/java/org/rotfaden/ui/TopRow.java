package org.rotfaden.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.AssociationSign;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.PlaceButton;

/// On top of phones: the association, which leads to its pages, search, what can be begun. Once the
/// heading of the page has gone out of sight, the row says what page it is.
final class TopRow extends Header {

    private final Div brand = new Div();
    private final Div begin = new Div();

    TopRow(Runnable search) {
        addClassName("top");
        brand.addClassName("top-brand");
        begin.addClassName("begin");
        var here = new Span();
        here.addClassName("here");
        here.getElement().setAttribute("aria-hidden", "true");
        var find = new PlaceButton("search", getTranslation("palette.short"), search);
        find.getElement()
                .setAttribute("aria-label", getTranslation("palette.open"))
                .setAttribute("aria-haspopup", "dialog");
        add(brand, here, find, begin);
    }

    void show(AssociationName association, String path) {
        brand.removeAll();
        var link =
                new PageLink(
                        path, new AssociationSign(association), new Span(association.toString()));
        link.addClassName("brand");
        brand.add(link);
    }

    void show(Component news) {
        begin.removeAll();
        begin.add(news);
    }
}

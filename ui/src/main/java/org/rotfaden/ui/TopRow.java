package org.rotfaden.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import org.rotfaden.ui.elements.PlaceButton;
import org.rotfaden.ui.notices.NoticeSign;

/// On top of phones: the association, which leads to its pages, search, what can be begun. Once the
/// heading of the page has gone out of sight, the row says what page it is.
final class TopRow extends Header {

    private final Brand brand = new Brand();
    private final Div begin = new Div();

    TopRow(Runnable search, NoticeSign notices) {
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
        add(brand, here, notices, find, begin);
    }

    Brand brand() {
        return brand;
    }

    void show(Component news) {
        begin.removeAll();
        begin.add(news);
    }
}

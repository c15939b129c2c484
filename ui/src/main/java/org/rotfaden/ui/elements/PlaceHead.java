package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;
import java.util.stream.Stream;

/// What stands on top of a place: the way there, its name, one line of facts, what is done there.
public final class PlaceHead extends Header {

    private final Div facts = new Div();
    private final Div acts = new Div();

    /// @param way to it, from far to near
    /// @param name what it is called
    public PlaceHead(List<PageLink> way, String name) {
        addClassName("place-head");
        facts.addClassName("facts-line");
        acts.addClassName("head-acts");
        var title = new Div(DataLanguage.mark(new H1(name)), facts);
        title.addClassName("head-title");
        var line = new Div(title, acts);
        line.addClassName("page-head");
        if (!way.isEmpty()) {
            add(way(way));
        }
        add(line);
    }

    /// One line that says what it is.
    public PlaceHead facts(Component... some) {
        facts.add(some);
        return this;
    }

    /// What is done here, the most important first.
    public PlaceHead acts(Component... some) {
        Stream.of(some).filter(Component::isVisible).forEach(acts::add);
        return this;
    }

    private Nav way(List<PageLink> links) {
        var steps = new OrderedList();
        links.forEach(link -> steps.add(new ListItem(link)));
        var way = new Nav(steps);
        way.addClassName("way");
        way.setAriaLabel(getTranslation("place.way"));
        return way;
    }
}

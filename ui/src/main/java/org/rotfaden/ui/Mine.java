package org.rotfaden.ui;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import org.rotfaden.security.Named;

/// Where a member belongs: her units, bodies and groups. Of many the first are shown, the others on
/// demand.
final class Mine extends Div {

    private static final int SHOWN = 6;

    Mine(List<Named> belonging) {
        addClassName("mine");
        belonging.stream()
                .collect(groupingBy(one -> one.subject().type(), LinkedHashMap::new, toList()))
                .forEach((type, places) -> show(getTranslation("shell.mine." + type), places));
        if (belonging.isEmpty()) {
            var nothing = new Paragraph(getTranslation("shell.mine.nothing"));
            nothing.addClassName("hint");
            add(nothing);
        }
    }

    private void show(String name, List<Named> places) {
        var heading = new Div(name);
        heading.addClassName("kind");
        heading.getElement().setAttribute("aria-hidden", "true");
        boolean areMany = places.size() > SHOWN + 1;
        int first = areMany ? SHOWN : places.size();
        add(heading, list(name, places.subList(0, first)));
        if (areMany) {
            var others = places.subList(first, places.size());
            var more = new NativeDetails(getTranslation("shell.mine.more", others.size()));
            more.setContent(list(name, others));
            add(more);
        }
    }

    private static UnorderedList list(String name, List<Named> places) {
        var list = new UnorderedList();
        list.getElement().setAttribute("aria-label", name);
        places.forEach(place -> list.add(new ListItem(PlaceLink.to(place))));
        return list;
    }
}

package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.rotfaden.organisation.directory.Belonging;
import org.rotfaden.organisation.directory.Belonging.Kind;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.Named;

/// Where a member belongs, in one list: her homes, each with the bodies in it in which she sits,
/// her other bodies, her groups. Of many the first are shown, the others on demand; so is what she
/// only follows.
final class Mine extends Div {

    private static final int SHOWN = 12;

    /// A place in the list.
    ///
    /// @param isWithin whether it lies in the one above it
    private record Line(Named place, boolean isWithin) {}

    Mine(List<Belonging> belonging) {
        addClassName("mine");
        String name = getTranslation("shell.mine");
        var heading = new Div(name);
        heading.addClassName("kind");
        heading.getElement().setAttribute("aria-hidden", "true");
        List<Line> own = lines(belonging);
        List<Line> followed =
                placesIn(belonging, one -> one.kind() == Kind.FOLLOWED).stream()
                        .map(place -> new Line(place, false))
                        .toList();
        if (own.isEmpty()) {
            var nothing = new Paragraph(getTranslation("shell.mine.nothing"));
            nothing.addClassName("hint");
            add(heading, nothing);
        } else {
            boolean areMany = own.size() > SHOWN + 1;
            int first = areMany ? SHOWN : own.size();
            add(heading, list(name, own.subList(0, first)));
            if (areMany) {
                fold("shell.mine.more", own.subList(first, own.size()));
            }
        }
        if (!followed.isEmpty()) {
            fold("shell.mine.followed", followed);
        }
    }

    private static List<Line> lines(List<Belonging> belonging) {
        List<Line> lines = new ArrayList<>();
        List<Optional<UnitId>> homes = new ArrayList<>();
        belonging.stream()
                .filter(one -> one.kind() == Kind.HOME)
                .forEach(home -> {
                    homes.add(home.unit());
                    lines.add(new Line(home.place(), false));
                    placesIn(belonging, one -> isBodyIn(one, home))
                            .forEach(body -> lines.add(new Line(body, true)));
                });
        placesIn(belonging, one -> one.kind() == Kind.BODY && !homes.contains(one.unit()))
                .forEach(body -> lines.add(new Line(body, false)));
        placesIn(belonging, one -> one.kind() == Kind.GROUP)
                .forEach(group -> lines.add(new Line(group, false)));
        return lines;
    }

    private static boolean isBodyIn(Belonging one, Belonging home) {
        return one.kind() == Kind.BODY && one.unit().equals(home.unit());
    }

    private static List<Named> placesIn(List<Belonging> all, Predicate<Belonging> which) {
        return all.stream().filter(which).map(Belonging::place).toList();
    }

    private void fold(String words, List<Line> lines) {
        String name = getTranslation(words, lines.size());
        var fold = new NativeDetails(name);
        fold.setContent(list(name, lines));
        add(fold);
    }

    private static UnorderedList list(String name, List<Line> lines) {
        var list = new UnorderedList();
        list.getElement().setAttribute("aria-label", name);
        lines.forEach(line -> {
            var item = new ListItem(PlaceLink.to(line.place(), line.isWithin()));
            item.setClassName("within", line.isWithin());
            list.add(item);
        });
        return list;
    }
}

package org.rotfaden.ui.palette;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.rotfaden.ui.elements.Doable;

/// What can be done with what the open page shows: all that stands in its head.
final class PageActs {

    private static final Set<String> HEADS = Set.of("page-head", "motion-head");

    private PageActs() {}

    static List<Doable> of(UI ui) {
        return below(ui)
                .filter(PageActs::isHead)
                .flatMap(PageActs::below)
                .filter(one -> one instanceof Doable.Source)
                .filter(one -> one.getElement().isEnabled())
                .flatMap(one -> ((Doable.Source) one).doables().stream())
                .toList();
    }

    private static boolean isHead(Component one) {
        return HEADS.stream().anyMatch(one::hasClassName);
    }

    private static Stream<Component> below(Component component) {
        return component
                .getChildren()
                .filter(child -> !child.getElement().isTextNode())
                .filter(child -> child.isVisible() && !child.hasClassName("patterns"))
                .flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }
}

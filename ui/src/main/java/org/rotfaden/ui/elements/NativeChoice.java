package org.rotfaden.ui.elements;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jsoup.nodes.Entities;

/// One of a few, chosen in the browser's own way: on a phone by its wheel. It takes one element of
/// the server's memory, however many there are.
@Tag("select")
public final class NativeChoice<T> extends Component {

    private static final String CHOSEN = "element.selectedIndex";

    private final transient Function<T, String> names;
    private transient List<T> offered = List.of();

    /// @param label what is chosen, for those who do not see it
    /// @param chosen hears what the reader has chosen, never what was set
    public NativeChoice(String label, Function<T, String> names, Consumer<T> chosen) {
        this.names = names;
        getElement().getClassList().add("choice");
        getElement().setAttribute("aria-label", label);
        getElement()
                .addEventListener(
                        "change",
                        change -> {
                            int at = change.getEventData().get(CHOSEN).asInt(-1);
                            if (at >= 0 && at < offered.size()) {
                                chosen.accept(offered.get(at));
                            }
                        })
                .addEventData(CHOSEN);
    }

    /// Offers these, of which one is chosen.
    public void show(List<T> items, T value) {
        offered = List.copyOf(items);
        getElement()
                .setProperty(
                        "innerHTML",
                        IntStream.range(0, offered.size())
                                .mapToObj(at -> option(offered.get(at), value))
                                .collect(joining()));
    }

    private String option(T one, T value) {
        return "<option%s>%s</option>"
                .formatted(one.equals(value) ? " selected" : "", Entities.escape(names.apply(one)));
    }
}

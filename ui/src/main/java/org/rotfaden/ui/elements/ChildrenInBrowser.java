package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.dom.ElementUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Document;

/// The children of an element, of which the server keeps what they show and not what they are made
/// of: many rows of many pages that lie open would take its memory. They change where what they
/// show has changed; all others stay as they are, and nothing of them is sent again.
///
/// Nothing in them is heard by the server: links lead, and folds unfold, in the browser.
///
/// What is not in sight is not told to a browser. Whoever hides what holds these therefore leaves
/// that to the style sheets, so that what nobody may see any more leaves the browser.
///
/// @param <K> what tells one from another; its text is part of the page
/// @param <V> all that a child shows, compared by `equals`
final class ChildrenInBrowser<K, V> {

    private final Element parent;
    private final Function<V, K> key;
    private final Function<V, Component> child;
    private Map<K, V> shown = new LinkedHashMap<>();

    ChildrenInBrowser(Element parent, Function<V, K> key, Function<V, Component> child) {
        this.parent = parent;
        this.key = key;
        this.child = child;
    }

    /// Shows these in this order, and no others.
    void show(List<V> values) {
        Map<K, V> next = new LinkedHashMap<>();
        values.forEach(value -> next.putIfAbsent(key.apply(value), value));
        Map<String, String> changed = new LinkedHashMap<>();
        next.forEach((one, value) -> {
            if (!value.equals(shown.get(one))) {
                changed.put(one.toString(), html(child.apply(value)));
            }
        });
        boolean isSame = changed.isEmpty() && List.copyOf(next.keySet()).equals(keysInOrder());
        shown = next;
        if (!isSame) {
            parent.executeJs(
                    "window.rotfadenRows.show(this, $0, $1)",
                    next.keySet().stream().map(Object::toString).toList(),
                    changed);
        }
    }

    /// Shows one, which comes first when it was not there.
    void put(V value) {
        List<V> values = new ArrayList<>(shown.values());
        int at = keysInOrder().indexOf(key.apply(value));
        if (at < 0) {
            values.addFirst(value);
        } else {
            values.set(at, value);
        }
        show(values);
    }

    /// Of what there are children.
    Set<K> keys() {
        return Set.copyOf(shown.keySet());
    }

    int count() {
        return shown.size();
    }

    private List<K> keysInOrder() {
        return List.copyOf(shown.keySet());
    }

    /// Without a space that nobody wrote.
    private static String html(Component component) {
        var document = new Document("");
        document.outputSettings().prettyPrint(false);
        var node = ElementUtil.toJsoup(document, component.getElement());
        document.appendChild(node);
        return node.outerHtml();
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// A list that changes where what it shows has changed. Every other row stays as it is: whoever is
/// in it stays there, and nothing of it is sent again. Whoever may not see it any more is shown an
/// empty one: what is merely hidden stays in the browser.
///
/// @param <K> what tells one from another
/// @param <V> all that a row shows of it, compared by `equals`
public final class Rows<K, V> extends UnorderedList {

    private record Row<V>(V value, ListItem item) {}

    private final transient Function<V, K> key;
    private final transient Function<V, ListItem> item;
    private transient Map<K, Row<V>> shown = new LinkedHashMap<>();

    public Rows(Function<V, K> key, Function<V, ListItem> item) {
        this.key = key;
        this.item = item;
        addClassName("rows");
    }

    /// Shows these in this order, and no others.
    public void show(List<V> values) {
        Map<K, Row<V>> next = new LinkedHashMap<>();
        values.forEach(value -> next.putIfAbsent(key.apply(value), rowFor(value)));
        List<Component> items = new ArrayList<>();
        next.values().forEach(row -> items.add(row.item()));
        Set<Component> staying = Set.copyOf(items);
        shown.values().stream()
                .map(Row::item)
                .filter(one -> !staying.contains(one))
                .forEach(this::remove);
        for (int at = 0; at < items.size(); at++) {
            if (at == getComponentCount()
                    || !getElement().getChild(at).equals(items.get(at).getElement())) {
                addComponentAtIndex(at, items.get(at));
            }
        }
        shown = next;
    }

    private Row<V> rowFor(V value) {
        Row<V> there = shown.get(key.apply(value));
        return there != null && there.value().equals(value)
                ? there
                : new Row<>(value, item.apply(value));
    }
}

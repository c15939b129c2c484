package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A list of links and words. What it shows is in the browser alone; where a row has buttons, it is
/// one of [Rows].
///
/// @param <K> what tells one from another
/// @param <V> all that a row shows of it, compared by `equals`
@JavaScript("context://script/rows.js")
public final class PlainRows<K, V> extends UnorderedList {

    private final transient ChildrenInBrowser<K, V> rows;

    public PlainRows(Function<V, K> key, Function<V, Component> row) {
        addClassName("rows");
        rows = new ChildrenInBrowser<>(getElement(), key, row);
    }

    /// Shows these in this order, and no others.
    public void show(List<V> values) {
        rows.show(values);
    }

    /// Shows one, which comes first when it was not there.
    public void put(V value) {
        rows.put(value);
    }

    /// Of what there are rows.
    public Set<K> keys() {
        return rows.keys();
    }

    /// How many there are.
    public int count() {
        return rows.count();
    }

    /// Whoever asked for more goes on at the first that was not there before.
    ///
    /// @param before how many there were
    public void focusAfter(int before) {
        getElement().executeJs("this.children[$0]?.querySelector('a')?.focus()", before);
    }
}

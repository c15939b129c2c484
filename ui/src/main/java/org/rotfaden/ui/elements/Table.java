package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Many alike, in columns, without buttons; on a phone each row is a small card that says what is
/// what.
///
/// @param <T> what a row shows, compared by `equals`
@JavaScript("context://script/rows.js")
public final class Table<T> extends NativeTable {

    private record Column<T>(String name, Function<T, Component> cell) {}

    private final transient List<Column<T>> columns = new ArrayList<>();
    private final NativeTableRow head = new NativeTableRow();
    private final transient ChildrenInBrowser<?, T> rows;

    /// An empty one.
    ///
    /// @param about what it shows, for those who do not see it
    /// @param key what tells one row from another
    public Table(String about, Function<T, ?> key) {
        addClassName("table");
        getElement().setAttribute("aria-label", about);
        getHead().add(head);
        rows = new ChildrenInBrowser<>(getBody().getElement(), key::apply, this::row);
    }

    /// Adds a column.
    ///
    /// @param name what stands above it
    public Table<T> column(String name, Function<T, Component> cell) {
        columns.add(new Column<>(name, cell));
        var above = new NativeTableHeaderCell(name);
        above.getElement().setAttribute("scope", "col");
        head.add(above);
        return this;
    }

    /// Shows these in this order, and no others.
    public void show(List<T> values) {
        rows.show(values);
    }

    private NativeTableRow row(T value) {
        var row = new NativeTableRow();
        columns.forEach(column -> {
            var cell = new NativeTableCell(column.cell().apply(value));
            cell.getElement().setAttribute("data-label", column.name());
            row.add(cell);
        });
        return row;
    }
}

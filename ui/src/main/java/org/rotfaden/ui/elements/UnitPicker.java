package org.rotfaden.ui.elements;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rotfaden.association.Wording;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Unit;

/// A field in which a unit is found by name.
public final class UnitPicker extends ComboBox<Unit> {

    private static final int MOST = 100;

    /// @param eligible which of all units
    public UnitPicker(String label, Structure structure, Predicate<Unit> eligible) {
        setLabel(label);
        List<Unit> units =
                structure.current().stream()
                        .filter(eligible)
                        .sorted(Comparator.comparing(Unit::name))
                        .toList();
        setItemLabelGenerator(unit -> label(structure, unit));
        setClearButtonVisible(true);
        setItems(
                DataProvider.fromFilteringCallbacks(
                        query -> found(units, query), query -> (int) found(units, query).count()));
    }

    private static String label(Structure structure, Unit unit) {
        return unit.above()
                .flatMap(structure::find)
                .map(above -> unit.name() + " · " + above.name())
                .orElse(unit.name());
    }

    private static Stream<Unit> found(List<Unit> units, Query<Unit, String> query) {
        String words = Wording.plain(query.getFilter().orElse("")).toLowerCase(Locale.ROOT);
        return units.stream()
                .filter(unit -> unit.name().toLowerCase(Locale.ROOT).contains(words))
                .limit(MOST)
                .skip(query.getOffset())
                .limit(query.getLimit());
    }

    /// The unit that was chosen; where none was, the field says so.
    public Optional<Unit> chosen() {
        Optional<Unit> unit = getOptionalValue();
        if (unit.isEmpty()) {
            setErrorMessage(getTranslation("unit.choose"));
            setInvalid(true);
            focus();
        }
        return unit;
    }
}

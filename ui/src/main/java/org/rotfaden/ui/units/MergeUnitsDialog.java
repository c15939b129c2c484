package org.rotfaden.ui.units;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.rotfaden.association.Name;
import org.rotfaden.organisation.units.MergeUnits;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.Paths;

/// Makes one unit of a unit and others beside it.
final class MergeUnitsDialog extends FormDialog {

    private final transient UnitsAtWork work;
    private final transient MemberId by;
    private final transient Unit unit;
    private final MultiSelectComboBox<Unit> others =
            new MultiSelectComboBox<>(getTranslation("unit.merge.with"));
    private final TextField name = new TextField(getTranslation("unit.merge.name"));

    MergeUnitsDialog(UnitsAtWork work, MemberId by, Unit unit) {
        super("unit.merge.title", "continue", unit.name());
        this.work = work;
        this.by = by;
        this.unit = unit;
        List<Unit> beside =
                (unit.parent() == null
                                ? work.structure().top(unit.tree())
                                : work.structure().rightBelow(unit.parent()))
                        .stream().filter(other -> !other.id().equals(unit.id())).toList();
        others.setItems(beside);
        others.setItemLabelGenerator(Unit::name);
        others.setAutofocus(true);
        refusals.about(name, "INVALID_NAME").about(others, "INVALID_MERGE");
        addFields(new Paragraph(getTranslation("unit.merge.text")), others, name);
    }

    @Override
    protected void act() {
        List<UnitId> units = new ArrayList<>(List.of(unit.id()));
        others.getValue().forEach(other -> units.add(other.id()));
        var merge = new MergeUnits(units, new Name(name.getValue()));
        ask(
                getTranslation("unit.merge.question", units.size(), merge.name().value()),
                getTranslation("unit.merge.effect", Effects.of(work, units).numbers()),
                "unit.merge",
                () -> UI.getCurrent().navigate(Paths.unit(work.reforms().merge(by, merge).slug())));
    }
}

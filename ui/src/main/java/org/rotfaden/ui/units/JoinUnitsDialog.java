package org.rotfaden.ui.units;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rotfaden.association.Name;
import org.rotfaden.organisation.units.NewUnion;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.UnitUnion;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.elements.FormDialog;

/// Joins a unit with others for a purpose across the tree.
final class JoinUnitsDialog extends FormDialog {

    private final transient UnitsAtWork work;
    private final transient MemberId by;
    private final transient Unit unit;
    private final TextField name = new TextField(getTranslation("union.name"));
    private final TextArea purpose = new TextArea(getTranslation("union.purpose"));
    private final MultiSelectComboBox<Unit> others =
            new MultiSelectComboBox<>(getTranslation("union.with"));

    JoinUnitsDialog(UnitsAtWork work, MemberId by, Unit unit) {
        super("union.make", "union.make.do");
        this.work = work;
        this.by = by;
        this.unit = unit;
        name.setAutofocus(true);
        others.setItems(
                work.structure().current().stream()
                        .filter(other -> !other.id().equals(unit.id()))
                        .filter(other -> work.allows(by, Permission.ADMINISTER, other.id()))
                        .sorted(Comparator.comparing(Unit::name))
                        .toList());
        others.setItemLabelGenerator(Unit::name);
        refusals.about(name, "INVALID_NAME").about(others, "INVALID_UNION");
        addFields(name, purpose, others);
    }

    @Override
    protected void act() {
        List<UnitId> units = new ArrayList<>(List.of(unit.id()));
        others.getValue().forEach(other -> units.add(other.id()));
        UnitUnion union =
                work.ties()
                        .join(
                                by,
                                new NewUnion(new Name(name.getValue()), purpose.getValue(), units));
        done(
                getTranslation("union.made", union.name()),
                () -> work.ties().dissolve(by, union.id()));
    }
}

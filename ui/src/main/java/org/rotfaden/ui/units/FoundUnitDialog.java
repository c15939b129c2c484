package org.rotfaden.ui.units;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Name;
import org.rotfaden.organisation.units.NewUnit;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitLevel;
import org.rotfaden.organisation.units.UnitTree;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;
import org.rotfaden.ui.elements.Paths;

/// Founds a unit below another, or at the top of a tree, and leads to its page.
final class FoundUnitDialog extends FormDialog {

    private final transient UnitsAtWork work;
    private final transient MemberId by;
    private final transient UnitTree tree;
    private final transient @Nullable Unit above;
    private final TextField name = new TextField(getTranslation("unit.name"));
    private final Select<UnitLevel> level = new Select<>();
    private final TextField kind = new TextField(getTranslation("unit.own-kind"));

    FoundUnitDialog(UnitsAtWork work, MemberId by, UnitTree tree, @Nullable Unit above) {
        super("unit.found", "unit.found.do");
        this.work = work;
        this.by = by;
        this.tree = tree;
        this.above = above;
        int from = above == null ? 1 : above.level() + 1;
        List<UnitLevel> levels =
                tree.levels().stream().filter(known -> known.level() >= from).toList();
        name.setAutofocus(true);
        level.setLabel(getTranslation("unit.level"));
        level.setItems(levels);
        level.setItemLabelGenerator(UnitLevel::name);
        levels.stream().findFirst().ifPresent(level::setValue);
        kind.setHelperText(getTranslation("unit.own-kind.help"));
        refusals.about(name, "INVALID_NAME");
        addFields(name, level, kind);
    }

    @Override
    protected void act() {
        Unit founded =
                work.units()
                        .found(
                                by,
                                new NewUnit(
                                        tree.id(),
                                        above == null ? null : above.id(),
                                        level.getOptionalValue().map(UnitLevel::level).orElse(0),
                                        new Name(name.getValue()),
                                        kind.getValue()));
        close();
        UI.getCurrent().navigate(Paths.unit(founded.slug()));
    }
}

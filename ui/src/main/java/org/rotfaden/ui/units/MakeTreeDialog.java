package org.rotfaden.ui.units;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.IntStream;
import org.rotfaden.association.Name;
import org.rotfaden.organisation.units.NewTree;
import org.rotfaden.organisation.units.UnitLevel;
import org.rotfaden.organisation.units.UnitTree;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.FormDialog;

/// Makes a tree of units with the names of its levels, and goes on to its first unit.
final class MakeTreeDialog extends FormDialog {

    private final transient UnitsAtWork work;
    private final transient MemberId by;
    private final TextField name = new TextField(getTranslation("tree.name"));
    private final TextArea levels = new TextArea(getTranslation("tree.levels"));

    MakeTreeDialog(UnitsAtWork work, MemberId by) {
        super("tree.make", "tree.make.do");
        this.work = work;
        this.by = by;
        name.setAutofocus(true);
        levels.setHelperText(getTranslation("tree.levels.help"));
        levels.setMinRows(4);
        refusals.about(name, "INVALID_NAME").about(levels, "INVALID_TREE");
        addFields(name, levels);
    }

    @Override
    protected void act() {
        List<String> names = levels.getValue().lines().filter(line -> !line.isBlank()).toList();
        UnitTree tree =
                work.trees()
                        .make(
                                by,
                                new NewTree(
                                        new Name(name.getValue()),
                                        IntStream.range(0, names.size())
                                                .mapToObj(at -> level(at + 1, names.get(at)))
                                                .toList()));
        close();
        new FoundUnitDialog(work, by, tree, null).open();
    }

    /// A line names one unit of the level, and after a comma several.
    private static UnitLevel level(int number, String line) {
        String[] words = line.split(",", 2);
        String one = words[0].strip();
        return new UnitLevel(number, one, words.length > 1 ? words[1].strip() : one);
    }
}

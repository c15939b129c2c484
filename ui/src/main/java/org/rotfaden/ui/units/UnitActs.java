package org.rotfaden.ui.units;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.List;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.bodies.FoundBodyDialog;
import org.rotfaden.ui.elements.Once;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Question;

/// What whoever administers a unit, or what is above it, does there.
final class UnitActs extends Div {

    private final transient UnitsAtWork work;
    private final transient MemberId by;
    private final transient Unit unit;

    UnitActs(UnitsAtWork work, MemberId by, Unit unit) {
        this.work = work;
        this.by = by;
        this.unit = unit;
        boolean here = work.allows(by, Permission.ADMINISTER, unit.id());
        boolean above = work.administersAbove(by, unit);
        setVisible(!unit.isOver() && (here || above));
        addClassName("acts");
        var menu = new MenuBar();
        MenuItem acts = menu.addItem(getTranslation("unit.administer"));
        if (here) {
            addHere(acts);
        }
        if (above) {
            addAbove(acts);
        }
        add(menu);
    }

    private void addHere(MenuItem acts) {
        item(acts, "unit.rename", () -> new RenameUnitDialog(work, by, unit).open());
        boolean hasLevelBelow =
                work.structure().tree(unit.tree()).levels().stream()
                        .anyMatch(level -> level.level() > unit.level());
        if (hasLevelBelow) {
            item(
                    acts,
                    "unit.found",
                    () ->
                            new FoundUnitDialog(work, by, work.structure().tree(unit.tree()), unit)
                                    .open());
        }
        item(acts, "body.found", () -> new FoundBodyDialog(work.bodies(), by, unit.id()).open());
        item(acts, "unit.take-in", () -> new TakeInDialog(work, by, unit).open());
        item(acts, "rule.set", () -> new SetRuleDialog(work, by, unit).open());
        item(acts, "unit.link", () -> new LinkUnitDialog(work, by, unit).open());
        item(acts, "union.make", () -> new JoinUnitsDialog(work, by, unit).open());
    }

    private void addAbove(MenuItem acts) {
        item(acts, "unit.move", () -> new MoveUnitDialog(work, by, unit).open());
        item(acts, "unit.merge", () -> new MergeUnitsDialog(work, by, unit).open());
        item(acts, "unit.split", () -> new SplitUnitDialog(work, by, unit).open());
        item(acts, "unit.dissolve", this::askAndDissolve);
    }

    private void item(MenuItem acts, String words, Runnable act) {
        var once = new Once(this, act);
        acts.getSubMenu().addItem(getTranslation(words), _ -> once.run());
    }

    private void askAndDissolve() {
        Effects effects = Effects.of(work, List.of(unit.id()));
        new Question(
                        getTranslation("unit.dissolve.question", unit.name()),
                        getTranslation("unit.dissolve.effect", effects.numbers()),
                        new Question.Answers(
                                getTranslation("cancel"), getTranslation("unit.dissolve")),
                        this::dissolve)
                .open();
    }

    private void dissolve() {
        work.reforms().dissolve(by, unit.id(), unit.version());
        UI.getCurrent().navigate(Paths.unit(unit.slug()));
    }
}

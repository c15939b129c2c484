package org.rotfaden.ui.units;

import com.vaadin.flow.component.UI;
import java.util.List;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.ui.bodies.FoundBodyDialog;
import org.rotfaden.ui.elements.ActsMenu;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Question;

/// What whoever administers a unit, or what is above it, does there.
final class UnitActs {

    private final UnitsAtWork work;
    private final MemberId by;
    private final Unit unit;
    private final ActsMenu menu = new ActsMenu("place.administer");

    private UnitActs(UnitsAtWork work, MemberId by, Unit unit) {
        this.work = work;
        this.by = by;
        this.unit = unit;
    }

    /// The menu of what a member may do with a unit.
    static ActsMenu menu(UnitsAtWork work, MemberId by, Unit unit) {
        var acts = new UnitActs(work, by, unit);
        if (!unit.isOver() && work.allows(by, Permission.ADMINISTER, unit.id())) {
            acts.addHere();
        }
        if (!unit.isOver() && work.administersAbove(by, unit)) {
            acts.addAbove();
        }
        return acts.menu;
    }

    private void addHere() {
        menu.add("unit.take-in", () -> new TakeInDialog(work, by, unit).open());
        menu.add("body.found", () -> new FoundBodyDialog(work.bodies(), by, unit.id()).open());
        boolean hasLevelBelow =
                work.structure().tree(unit.tree()).levels().stream()
                        .anyMatch(level -> level.level() > unit.level());
        if (hasLevelBelow) {
            menu.add(
                    "unit.found",
                    () ->
                            new FoundUnitDialog(work, by, work.structure().tree(unit.tree()), unit)
                                    .open());
        }
        menu.beginGroup();
        menu.add("rule.set", () -> new SetRuleDialog(work, by, unit).open());
        menu.add("unit.link", () -> new LinkUnitDialog(work, by, unit).open());
        menu.add("union.make", () -> new JoinUnitsDialog(work, by, unit).open());
        menu.beginGroup();
        menu.add("unit.rename", () -> new RenameUnitDialog(work, by, unit).open());
    }

    private void addAbove() {
        menu.add("unit.move", () -> new MoveUnitDialog(work, by, unit).open());
        menu.beginGroup();
        menu.add("unit.merge", () -> new MergeUnitsDialog(work, by, unit).open());
        menu.add("unit.split", () -> new SplitUnitDialog(work, by, unit).open());
        menu.add("unit.dissolve", this::askAndDissolve);
    }

    private void askAndDissolve() {
        Effects effects = Effects.of(work, List.of(unit.id()));
        new Question(
                        menu.getTranslation("unit.dissolve.question", unit.name()),
                        menu.getTranslation("unit.dissolve.effect", effects.numbers()),
                        new Question.Answers(
                                menu.getTranslation("cancel"),
                                menu.getTranslation("unit.dissolve")),
                        this::dissolve)
                .open();
    }

    private void dissolve() {
        work.reforms().dissolve(by, unit.id(), unit.version());
        UI.getCurrent().navigate(Paths.unit(unit.slug()));
    }
}

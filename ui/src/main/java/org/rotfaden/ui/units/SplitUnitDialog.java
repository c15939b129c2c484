package org.rotfaden.ui.units;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rotfaden.association.Name;
import org.rotfaden.organisation.units.SplitUnit;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Refusals;

/// Makes several units of one and says what goes below which. Members are at home in the first one
/// until they move.
final class SplitUnitDialog extends ChangeUnitDialog {

    private final List<TextField> names = new ArrayList<>();
    private final transient Map<UnitId, Select<Integer>> parts = new LinkedHashMap<>();
    private final Div fields = new Div();

    SplitUnitDialog(UnitsAtWork work, MemberId by, Unit unit) {
        super("unit.split.title", "continue", work, by, unit);
        fields.addClassName("form");
        var more = new Button(getTranslation("unit.split.more"), _ -> addPart());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        addFields(new Paragraph(getTranslation("unit.split.text")), fields, more);
        work.structure().rightBelow(unit.id()).forEach(this::addBelow);
        addPart();
        addPart();
        refusals.about(names.getFirst(), "INVALID_NAME");
    }

    private void addPart() {
        var name = new TextField(getTranslation("unit.split.part", names.size() + 1));
        names.add(name);
        fields.add(name);
        parts.values()
                .forEach(part -> {
                    int chosen = part.getOptionalValue().orElse(1);
                    part.setItems(IntStream.rangeClosed(1, names.size()).boxed().toList());
                    part.setValue(chosen);
                });
    }

    private void addBelow(Unit below) {
        var part = new Select<Integer>();
        part.setLabel(getTranslation("unit.split.below", below.name()));
        part.setItemLabelGenerator(number -> getTranslation("unit.split.part", number));
        parts.put(below.id(), part);
        addFields(part);
    }

    @Override
    void act() {
        Unit unit = unit();
        if (!areNamed()) {
            return;
        }
        var split =
                new SplitUnit(
                        unit.id(),
                        IntStream.range(0, names.size())
                                .filter(this::isUsed)
                                .mapToObj(this::part)
                                .toList());
        ask(
                getTranslation("unit.split.question", unit.name(), split.parts().size()),
                getTranslation("unit.split.effect", Effects.of(work, List.of(unit.id())).numbers()),
                "unit.split",
                () -> work.reforms().split(by, split, unit().version()));
    }

    /// Says beside each part that has no name that it needs one.
    private boolean areNamed() {
        List<TextField> nameless =
                IntStream.range(0, names.size())
                        .filter(this::isUsed)
                        .mapToObj(names::get)
                        .filter(name -> name.getValue().isBlank())
                        .toList();
        names.forEach(name -> name.setInvalid(false));
        nameless.reversed()
                .forEach(name -> Refusals.show(name, getTranslation("problem.INVALID_NAME")));
        return nameless.isEmpty();
    }

    /// Two parts there are at least, and all those below which something goes.
    private boolean isUsed(int at) {
        return at < 2
                || !names.get(at).isEmpty()
                || parts.values().stream()
                        .anyMatch(part -> part.getOptionalValue().orElse(1) == at + 1);
    }

    private SplitUnit.Part part(int at) {
        return new SplitUnit.Part(
                new Name(names.get(at).getValue()),
                parts.entrySet().stream()
                        .filter(below -> below.getValue().getOptionalValue().orElse(1) == at + 1)
                        .map(Map.Entry::getKey)
                        .toList(),
                List.of());
    }
}

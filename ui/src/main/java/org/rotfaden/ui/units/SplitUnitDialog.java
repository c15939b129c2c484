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
import org.rotfaden.ui.elements.Question;

/// Makes several units of one and says what goes below which. Members are at home in the first one
/// until they move.
final class SplitUnitDialog extends UnitDialog {

    private final transient UnitsAtWork work;
    private final transient MemberId by;
    private final transient Unit unit;
    private final List<TextField> names = new ArrayList<>();
    private final transient Map<UnitId, Select<Integer>> parts = new LinkedHashMap<>();
    private final Div fields = new Div();

    SplitUnitDialog(UnitsAtWork work, MemberId by, Unit unit) {
        super("unit.split.title", "continue", unit.name());
        this.work = work;
        this.by = by;
        this.unit = unit;
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
        var split =
                new SplitUnit(
                        unit.id(),
                        IntStream.range(0, names.size())
                                .filter(at -> at < 2 || !names.get(at).isEmpty())
                                .mapToObj(this::part)
                                .toList());
        Effects effects = Effects.of(work, List.of(unit.id()));
        close();
        new Question(
                        getTranslation("unit.split.question", unit.name(), split.parts().size()),
                        getTranslation("unit.split.effect", effects.numbers()),
                        new Question.Answers(
                                getTranslation("cancel"), getTranslation("unit.split")),
                        () -> work.reforms().split(by, split, unit.version()))
                .open();
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

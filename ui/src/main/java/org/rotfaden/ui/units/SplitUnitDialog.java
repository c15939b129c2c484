package org.rotfaden.ui.units;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rotfaden.association.Name;
import org.rotfaden.members.Member;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.units.SplitUnit;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Act;

/// Makes several units of one and says who and what goes where. Whoever is named for no other part
/// is at home in the first one.
final class SplitUnitDialog extends ChangeUnitDialog {

    private final List<TextField> names = new ArrayList<>();

    /// Who goes to the second part, to the third and so on.
    private final transient List<MultiSelectComboBox<Member>> movers = new ArrayList<>();

    private final transient Map<UnitId, Select<Integer>> parts = new LinkedHashMap<>();
    private final Div fields = new Div();

    SplitUnitDialog(UnitsAtWork work, MemberId by, Unit unit) {
        super("unit.split.title", "continue", work, by, unit);
        fields.addClassName("form");
        var more = new Act(getTranslation("unit.split.more"), this::addPart);
        more.addThemeVariants(ButtonVariant.TERTIARY);
        addFields(new Paragraph(getTranslation("unit.split.text")), fields, more);
        work.structure().rightBelow(unit.id()).forEach(this::addBelow);
        addPart();
        addPart();
    }

    private void addPart() {
        var name = new TextField(getTranslation("unit.split.part", names.size() + 1));
        names.add(name);
        fields.add(name);
        if (names.size() > 1) {
            addMovers();
        }
        parts.values()
                .forEach(part -> {
                    int chosen = part.getOptionalValue().orElse(1);
                    part.setItems(IntStream.rangeClosed(1, names.size()).boxed().toList());
                    part.setValue(chosen);
                });
    }

    private void addMovers() {
        var going = new MultiSelectComboBox<Member>();
        going.setLabel(getTranslation("unit.split.members", names.size()));
        going.setHelperText(getTranslation("unit.split.members.help"));
        going.setPlaceholder(getTranslation("person.placeholder"));
        going.setItemLabelGenerator(Member::name);
        going.setItems(this::named);
        going.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                movers.stream()
                        .filter(others -> !others.equals(going))
                        .forEach(others -> others.deselect(change.getValue()));
            }
        });
        movers.add(going);
        fields.add(going);
    }

    private Stream<Member> named(Query<Member, String> query) {
        List<MemberId> found =
                work
                        .memberships()
                        .in(
                                by,
                                unit().id(),
                                query.getFilter().orElse(""),
                                query.getOffset(),
                                query.getLimit())
                        .stream()
                        .map(Membership::member)
                        .toList();
        Map<MemberId, Member> people = work.people(found);
        return found.stream().flatMap(member -> Stream.ofNullable(people.get(member)));
    }

    private void addBelow(Unit below) {
        var part = new Select<Integer>();
        part.setLabel(getTranslation("unit.split.below", below.name()));
        part.setItemLabelGenerator(number -> getTranslation("unit.split.part", number));
        parts.put(below.id(), part);
        addFields(part);
    }

    @Override
    protected void act() {
        Unit unit = unit();
        if (!areNamed()) {
            return;
        }
        List<SplitUnit.Part> into =
                IntStream.range(0, names.size()).filter(this::isUsed).mapToObj(this::part).toList();
        var split = new SplitUnit(unit.id(), into);
        ask(
                getTranslation("unit.split.question", unit.name(), split.parts().size()),
                getTranslation("unit.split.effect", effects(into)),
                "unit.split",
                () -> work.reforms().split(by, split, unit().version()));
    }

    private Object[] effects(List<SplitUnit.Part> into) {
        Effects effects = Effects.of(work, List.of(unit().id()));
        int going = into.stream().mapToInt(part -> part.members().size()).sum();
        String homes =
                into.stream()
                        .map(part ->
                                getTranslation(
                                        "unit.split.homes",
                                        part.name().value(),
                                        part.equals(into.getFirst())
                                                ? effects.members() - going
                                                : part.members().size()))
                        .collect(Collectors.joining(", "));
        return Stream.concat(Stream.of(effects.numbers()), Stream.of(homes)).toArray();
    }

    private List<MemberId> goingTo(int at) {
        return at == 0
                ? List.of()
                : movers.get(at - 1).getValue().stream().map(Member::id).toList();
    }

    /// Says beside each part that has no name, or one that cannot be, that it needs one.
    private boolean areNamed() {
        IntStream.range(0, names.size())
                .filter(this::isUsed)
                .mapToObj(names::get)
                .forEach(name -> refusals.check(name, () -> new Name(name.getValue())));
        return refusals.areNone();
    }

    /// Two parts there are at least, and all those to which somebody or something goes.
    private boolean isUsed(int at) {
        return at < 2
                || !names.get(at).isEmpty()
                || !goingTo(at).isEmpty()
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
                goingTo(at));
    }
}

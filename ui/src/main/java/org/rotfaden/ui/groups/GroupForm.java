package org.rotfaden.ui.groups;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.rotfaden.association.Name;
import org.rotfaden.association.Wording;
import org.rotfaden.organisation.groups.Admission;
import org.rotfaden.organisation.groups.GroupDescription;
import org.rotfaden.organisation.groups.GroupKind;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Unit;
import org.rotfaden.ui.elements.OneOf;
import org.rotfaden.ui.elements.Refusals;

/// What a group is: its name and purpose, its kind, how one gets in, where it belongs.
final class GroupForm extends Div {

    private static final int LONGEST_PURPOSE = 2000;

    private final TextField name = new TextField(getTranslation("group.name"));
    private final TextArea purpose = new TextArea(getTranslation("group.purpose"));
    private final RadioButtonGroup<GroupKind> kind;
    private final RadioButtonGroup<Admission> admission;
    private final MultiSelectComboBox<Unit> units =
            new MultiSelectComboBox<>(getTranslation("group.units"));

    GroupForm(Structure structure) {
        addClassName("form");
        name.setAutofocus(true);
        name.setMaxLength(Name.LONGEST);
        name.setRequiredIndicatorVisible(true);
        name.setI18n(
                new TextField.TextFieldI18n()
                        .setRequiredErrorMessage(getTranslation("problem.INVALID_NAME")));
        name.setValueChangeMode(ValueChangeMode.LAZY);
        purpose.setMaxLength(LONGEST_PURPOSE);
        purpose.setHelperText(getTranslation("group.purpose.help"));
        kind =
                OneOf.shown(
                        "group.kind", List.of(GroupKind.values()), value -> "group.kind." + value);
        admission =
                OneOf.shown(
                        "group.admission",
                        List.of(Admission.values()),
                        value -> "group.admission." + value + ".choice");
        units.setHelperText(getTranslation("group.units.help"));
        units.setItemLabelGenerator(Unit::name);
        units.setItems(
                DataProvider.fromFilteringCallbacks(
                        query -> found(query, structure),
                        query -> (int) found(query, structure).count()));
        add(name, purpose, kind, admission, units);
    }

    GroupForm show(WorkingGroup group, Structure structure) {
        name.setValue(group.name());
        purpose.setValue(group.purpose());
        kind.setValue(group.kind());
        admission.setValue(group.admission());
        units.setValue(
                group.units().stream().flatMap(unit -> structure.find(unit).stream()).toList());
        return this;
    }

    /// Which rule is about which field.
    void placeRefusals(Refusals refusals) {
        refusals.about(name, "INVALID_NAME")
                .about(purpose, "INVALID_GROUP")
                .about(units, "UNIT_NOT_FOUND", "UNIT_ENDED");
    }

    /// What was filled in.
    ///
    /// @throws org.rotfaden.security.BrokenRule when it fits no group
    GroupDescription description() {
        return new GroupDescription(
                new Name(name.getValue()),
                purpose.getValue(),
                Objects.requireNonNull(kind.getValue()),
                Objects.requireNonNull(admission.getValue()),
                units.getValue().stream().map(Unit::id).toList());
    }

    private static Stream<Unit> found(Query<Unit, String> query, Structure structure) {
        String words = Wording.plain(query.getFilter().orElse("")).toLowerCase(Locale.ROOT);
        List<Unit> matching =
                structure.current().stream()
                        .filter(unit -> unit.name().toLowerCase(Locale.ROOT).contains(words))
                        .sorted(Comparator.comparingInt(Unit::level).thenComparing(Unit::name))
                        .toList();
        return matching.stream().skip(query.getOffset()).limit(query.getLimit());
    }
}

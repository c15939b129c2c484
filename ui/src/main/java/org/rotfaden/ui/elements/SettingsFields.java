package org.rotfaden.ui.elements;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rotfaden.association.Accent;
import org.rotfaden.association.Association;
import org.rotfaden.association.AssociationSettings;
import org.rotfaden.association.Name;

/// What an association says of itself, as fields.
public final class SettingsFields extends Div {

    private static final String HOME = "Europe/Berlin";

    private final TextField name = new TextField(getTranslation("association.name"));
    private final Select<Language> language = new Select<>();
    private final ComboBox<String> zone = new ComboBox<>(getTranslation("association.zone"));
    private final AccentField accent = new AccentField(getTranslation("association.accent"));

    public SettingsFields() {
        addClassName("form");
        language.setLabel(getTranslation("association.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(Language.of(getLocale()));
        zone.setItems(zones());
        zone.setValue(HOME);
        zone.setHelperText(getTranslation("association.zone.help"));
        accent.setHelperText(getTranslation("association.accent.help"));
        add(name, language, zone, accent);
    }

    private static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/"))
                .sorted()
                .toList();
    }

    /// Rules about these fields are said beside them.
    public Refusals refusals(Refusals refusals) {
        return refusals.about(name, "INVALID_ASSOCIATION");
    }

    /// Says beside each field when it cannot be.
    public void check(Refusals refusals) {
        refusals.check(name, () -> new Name(name.getValue()));
        refusals.check(accent, this::colour);
    }

    private Optional<Accent> colour() {
        return accent.getOptionalValue().filter(hex -> !hex.isBlank()).map(Accent::new);
    }

    public void focusName() {
        name.setAutofocus(true);
    }

    public void show(Association association) {
        name.setValue(association.name());
        language.setValue(Language.of(association.language()));
        zone.setValue(association.timeZone().getId());
        Accent own = association.accent();
        accent.setValue(own == null ? "" : own.hex());
    }

    /// What was typed.
    ///
    /// @throws org.rotfaden.security.BrokenRule INVALID_ASSOCIATION when something of it cannot be
    public AssociationSettings settings() {
        return AssociationSettings.of(
                name.getValue(),
                language.getValue().code(),
                zone.getOptionalValue().orElse(HOME),
                accent.getValue());
    }
}

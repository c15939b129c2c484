package org.rotfaden.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Place;

/// Which keys do what on the pages. They can be switched off, because who speaks to a computer or
/// holds a shaky hand presses single keys by accident.
final class KeysDialog extends Dialog {

    private final DescriptionList keys = new DescriptionList();

    KeysDialog() {
        setHeaderTitle(getTranslation("keys.title"));
        keys.addClassName("keys");
        addKeys("palette.open", getTranslation("palette.keys"), "/");
        for (Place place : Place.values()) {
            addKeys(place.words(), place.keys().toUpperCase(Locale.ROOT).split(" ", -1));
        }
        addKeys("keys.new", "N");
        addKeys("keys.this", "?");
        var about = new Paragraph(getTranslation("keys.editor"));
        about.addClassName("hint");
        add(keys, about, onOrOff());
        var close = new Act(getTranslation("close"), () -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }

    private void addKeys(String what, String... pressed) {
        var term = new Term();
        for (String key : pressed) {
            var cap = new Element("kbd");
            cap.setText(key);
            term.getElement().appendChild(cap, Element.createText(" "));
        }
        keys.add(term, new Description(getTranslation(what)));
    }

    private Checkbox onOrOff() {
        var on = new Checkbox(getTranslation("keys.on"), true);
        on.getElement()
                .executeJs("return window.rotfadenShell.keysAreOn()")
                .then(Boolean.class, on::setValue);
        on.addValueChangeListener(change ->
                on.getElement().executeJs("window.rotfadenShell.setKeysOn($0)", change.getValue()));
        return on;
    }
}

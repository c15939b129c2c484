package org.rotfaden.ui.palette;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.PageLink;

/// A field over a list of everything that has a page, grouped by what it is. The arrows choose in
/// the browser; only what is typed is asked of the server.
@JavaScript("context://script/palette.js")
public final class Palette extends Dialog {

    private static final int PAUSE_MILLIS = 120;
    private static final String LIST = "palette-list";

    private final transient Choices choices;
    private final transient MemberId member;
    private final Input field = new Input();
    private final Div status = new Div();
    private final Div list = new Div();

    public Palette(Choices choices, MemberId member) {
        this.choices = choices;
        this.member = member;
        addClassName("palette");
        getElement().setAttribute("aria-label", getTranslation("palette.open"));
        status.addClassName("about");
        status.getElement().setAttribute("role", "status");
        list.setId(LIST);
        list.getElement()
                .setAttribute("role", "listbox")
                .setAttribute("aria-label", getTranslation("palette.results"));
        prepareField();
        add(field, status, list);
        show("");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement()
                .executeJs(
                        "window.rotfadenPalette.begin($0, $1, $2)",
                        field.getElement(),
                        status.getElement(),
                        list.getElement());
    }

    private void prepareField() {
        field.setPlaceholder(getTranslation("palette.placeholder"));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addValueChangeListener(change -> show(change.getValue()));
        field.getElement()
                .setAttribute("role", "combobox")
                .setAttribute("aria-label", getTranslation("palette.open"))
                .setAttribute("aria-autocomplete", "list")
                .setAttribute("aria-controls", LIST)
                .setAttribute("autocomplete", "off")
                .setAttribute("autocapitalize", "off")
                .setAttribute("spellcheck", "false")
                .setAttribute("enterkeyhint", "go");
    }

    private void show(String typed) {
        List<Choices.Group> found = choices.of(member, typed, getLocale());
        list.removeAll();
        found.forEach(group -> list.add(shown(group)));
        list.setVisible(!found.isEmpty());
        field.getElement().setAttribute("aria-expanded", Boolean.toString(!found.isEmpty()));
        int count = found.stream().mapToInt(group -> group.choices().size()).sum();
        status.setText(
                typed.isBlank()
                        ? getTranslation("palette.hint")
                        : getTranslation("palette.found", count));
    }

    private Div shown(Choices.Group group) {
        var heading = new Div(group.heading());
        heading.addClassName("kind");
        heading.getElement().setAttribute("aria-hidden", "true");
        if (!group.icon().isEmpty()) {
            heading.add(new Icon(group.icon()));
        }
        var shown = new Div(heading);
        shown.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", group.heading());
        int number = 0;
        for (Choice choice : group.choices()) {
            shown.add(option(choice, "palette-" + group.key() + "-" + number++));
        }
        return shown;
    }

    /// The new page has the focus, whatever had it before.
    private void leave() {
        getUI().ifPresent(ui ->
                ui.getPage()
                        .executeJs(
                                "setTimeout(() =>"
                                    + " document.getElementById('content')?.focus({preventScroll:"
                                    + " true}))"));
        close();
    }

    private PageLink option(Choice choice, String id) {
        var option = new PageLink(choice.path(), new Span(choice.name()));
        if (!choice.about().isEmpty()) {
            var about = new Span(choice.about());
            about.addClassName("about");
            option.add(about);
        }
        option.setId(id);
        option.getElement()
                .setAttribute("role", "option")
                .setAttribute("aria-selected", "false")
                .setAttribute("tabindex", "-1")
                .addEventListener("click", _ -> leave());
        return option;
    }
}

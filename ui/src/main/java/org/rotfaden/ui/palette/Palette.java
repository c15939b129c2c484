package org.rotfaden.ui.palette;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.rotfaden.association.Wording;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Typed;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.DataLanguage;
import org.rotfaden.ui.elements.Doable;
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
    private final transient List<Doable> acts;
    private final String open;
    private final Input field = new Input();
    private final Div status = new Div();
    private final Div list = new Div();

    /// @param acts what can be done wherever one is
    /// @param open the path of the page that is open
    public Palette(Choices choices, MemberId member, List<Doable> acts, String open) {
        this.choices = choices;
        this.member = member;
        this.open = open;
        var said = new HashSet<String>();
        this.acts =
                Stream.concat(PageActs.of(UI.getCurrent()).stream(), acts.stream())
                        .filter(act -> said.add(act.words()))
                        .toList();
        addClassName("palette");
        getElement().setAttribute("aria-label", getTranslation("palette.open"));
        status.addClassName("about");
        status.getElement().setAttribute("role", "status");
        list.setId(LIST);
        list.getElement()
                .setAttribute("role", "listbox")
                .setAttribute("aria-label", getTranslation("palette.results"));
        prepareField();
        var close = new Act(getTranslation("close"), this::close);
        close.addThemeVariants(ButtonVariant.TERTIARY);
        var top = new Div(field, close);
        top.addClassName("palette-top");
        add(top, status, list);
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
        Typed words = Typed.exactly(Wording.plain(typed));
        Choices.Found found =
                words.text().isEmpty()
                        ? choices.first(member, acts, open, getLocale())
                        : choices.of(member, acts, words, getLocale());
        list.removeAll();
        found.groups().forEach(group -> list.add(shown(group)));
        // What is invisible to the server stays in the browser.
        list.getElement().setProperty("hidden", found.groups().isEmpty());
        field.getElement()
                .setAttribute("aria-expanded", Boolean.toString(!found.groups().isEmpty()));
        status.setText(told(words, found));
    }

    private String told(Typed words, Choices.Found found) {
        if (words.text().isEmpty()) {
            return getTranslation("palette.hint");
        }
        return getTranslation(found.isNearly() ? "palette.nearly" : "palette.found", found.count());
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

    private Component option(Choice choice, String id) {
        Component option =
                switch (choice) {
                    case Choice.Page page -> page(page);
                    case Choice.Act act -> act(act.doable());
                };
        option.setId(id);
        option.getElement()
                .setAttribute("role", "option")
                .setAttribute("aria-selected", "false")
                .setAttribute("tabindex", "-1");
        return option;
    }

    private PageLink page(Choice.Page page) {
        var name = new Span(page.name());
        var link = new PageLink(page.path(), page.isNamed() ? DataLanguage.mark(name) : name);
        if (!page.about().isEmpty()) {
            var about = new Span(page.about());
            about.addClassName("about");
            link.add(about);
        }
        link.getElement().addEventListener("click", _ -> leave());
        return link;
    }

    private Div act(Doable doable) {
        var act = new Div(new Span(doable.words()));
        act.addClickListener(_ -> {
            close();
            doable.act().run();
        });
        return act;
    }
}

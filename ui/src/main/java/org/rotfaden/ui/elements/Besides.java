package org.rotfaden.ui.elements;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;

/// Several parts that stand beside a page: one at a time where there is room, chosen by a button on
/// top; where there is none, each has a button of its own. The browser chooses by itself, and keeps
/// what was chosen.
@JavaScript("context://script/besides.js")
public final class Besides extends Div {

    private final transient List<Beside> parts;

    /// @param parts the one that is open at first comes first
    public Besides(Beside... parts) {
        this.parts = List.of(parts);
        addClassName("besides");
        var choice = new Div();
        choice.addClassName("beside-choice");
        this.parts.forEach(part -> choice.add(chooser(part)));
        add(choice);
        add(parts);
    }

    private static NativeButton chooser(Beside part) {
        var button = new NativeButton(part.name());
        button.addClassName("bare");
        button.getElement().setAttribute("aria-controls", part.getId().orElseThrow());
        return button;
    }

    /// What opens each of them where they are not to be seen.
    public NativeButton[] openers() {
        return parts.stream().map(Beside::opener).toArray(NativeButton[]::new);
    }

    /// Lets one part be seen, whatever was seen before.
    ///
    /// @param id of the part
    public void bringOut(String id) {
        getElement().executeJs("window.rotfadenBesides.bringOut(this, $0)", id);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs("window.rotfadenBesides.begin(this)");
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;

/// What belongs to a page and stands beside it where there is room, from 75em; where there is none
/// it comes from below when its button is pressed. The browser opens and closes it by itself.
public final class Beside extends Aside {

    private final String name;
    private final String icon;

    /// @param id of this part of the page
    /// @param icon the name of its picture
    /// @param name what it is called
    public Beside(String id, String icon, String name) {
        this.icon = icon;
        this.name = name;
        setId(id);
        addClassName("beside");
        getElement().setAttribute("aria-label", name).setAttribute("popover", "auto");
        NativeButton closer = button(id, "beside-closer", new Span(getTranslation("close")));
        closer.getElement().setAttribute("popovertargetaction", "hide");
        var head = new Div(new H2(name), closer);
        head.addClassName("beside-head");
        add(head);
    }

    /// What opens it where it is not to be seen.
    public NativeButton opener() {
        return button(getId().orElseThrow(), "beside-opener", new Icon(icon), new Span(name));
    }

    /// What it is called.
    String name() {
        return name;
    }

    private static NativeButton button(String id, String className, Component... content) {
        var button = new NativeButton();
        button.add(content);
        button.addClassNames("bare", className);
        button.getElement().setAttribute("popovertarget", id);
        return button;
    }
}

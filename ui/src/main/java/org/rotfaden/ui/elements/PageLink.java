package org.rotfaden.ui.elements;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;

/// Leads to another page of this workspace without loading everything anew.
public final class PageLink extends Anchor {

    /// @param path one of [Paths]
    public PageLink(String path, String text) {
        super(path, text);
        getElement().setAttribute("router-link", true);
    }

    /// To a thing, called by the name that the association gave it.
    ///
    /// @param path one of [Paths]
    public static PageLink named(String path, String name) {
        return DataLanguage.mark(new PageLink(path, name));
    }

    /// @param path one of [Paths]
    public PageLink(String path, Component... content) {
        this(path, "");
        add(content);
    }

    /// Whether this is the page that is open, or what is open lies below it.
    ///
    /// @param open the path of the open page
    public void mark(String open) {
        mark(open.equals(getHref()) || open.startsWith(getHref() + "/"));
    }

    /// Says that it leads to where the reader is, or that it does not.
    public void mark(boolean isHere) {
        if (isHere) {
            getElement().setAttribute("aria-current", "page");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }
}

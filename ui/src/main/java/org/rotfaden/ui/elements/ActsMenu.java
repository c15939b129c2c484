package org.rotfaden.ui.elements;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.ArrayList;
import java.util.List;

/// What else can be done with a place or a thing, in groups; what cannot be undone comes last. It
/// is not there where there is nothing in it.
public final class ActsMenu extends MenuBar implements Doable.Source {

    private final MenuItem acts;
    private final transient List<Doable> doables = new ArrayList<>();
    private boolean beginsGroup;
    private boolean isInFirstGroup = true;

    /// @param words the key of what it is called
    public ActsMenu(String words) {
        this("acts", words);
    }

    /// @param icon that stands for it where there is little room
    /// @param words the key of what it is called
    public ActsMenu(String icon, String words) {
        addClassName("acts-menu");
        var label = new Span(getTranslation(words));
        var sign = new Div(new Icon(icon), label);
        acts = addItem(sign);
        acts.setAriaLabel(getTranslation(words));
        setVisible(false);
    }

    /// Adds something that can be done.
    ///
    /// @param words the key of what is done
    public void add(String words, Runnable act) {
        if (beginsGroup && isVisible()) {
            acts.getSubMenu().addSeparator();
        }
        beginsGroup = false;
        setVisible(true);
        var once = new Once(this, act);
        acts.getSubMenu().addItem(getTranslation(words), _ -> once.run());
        doables.add(new Doable(getTranslation(words), once, !isInFirstGroup));
    }

    @Override
    public List<Doable> doables() {
        return List.copyOf(doables);
    }

    /// What follows is of another group.
    public void beginGroup() {
        beginsGroup = true;
        isInFirstGroup = !isVisible();
    }
}

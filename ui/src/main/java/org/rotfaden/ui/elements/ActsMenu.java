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
    private boolean hasGroups;

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
        add(new Doable(getTranslation(words), act));
    }

    /// Adds something that can be done.
    public void add(Doable doable) {
        if (beginsGroup && isVisible()) {
            acts.getSubMenu().addSeparator();
            hasGroups = true;
        }
        beginsGroup = false;
        setVisible(true);
        var once = new Once(this, doable.act());
        acts.getSubMenu().addItem(doable.words(), _ -> once.run());
        doables.add(new Doable(doable.words(), once, hasGroups));
    }

    @Override
    public List<Doable> doables() {
        return List.copyOf(doables);
    }

    /// What follows is of another group.
    public void beginGroup() {
        beginsGroup = true;
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.ArrayList;
import java.util.List;

/// What can be done with what a row shows. It takes the server one button until it is opened.
public final class RowMenu extends NativeButton {

    private final String whose;
    private boolean isOpen;
    private final transient List<Doable> acts = new ArrayList<>();

    /// @param whose what the row shows, for those who do not see where the button stands
    public RowMenu(String whose) {
        this.whose = whose;
        add(new Icon("acts"));
        addClassNames("bare", "row-menu");
        getElement()
                .setAttribute("aria-haspopup", "dialog")
                .setAttribute("aria-label", getTranslation("row.menu", whose));
        addClickListener(_ -> open());
    }

    /// Adds something that can be done.
    ///
    /// @param words what is done, with its object
    public RowMenu with(String words, Runnable act) {
        acts.add(new Doable(words, act));
        return this;
    }

    /// However often it is pressed, one is open.
    private void open() {
        if (isOpen) {
            return;
        }
        isOpen = true;
        var list = new Div();
        list.addClassName("row-acts");
        var popover = new Popover(list);
        acts.forEach(act -> {
            var button = new NativeButton(act.words());
            Once.whenPressed(
                    button,
                    () -> {
                        popover.close();
                        act.act().run();
                    });
            button.getElement().setAttribute("aria-label", whose + ": " + act.words());
            button.addClassName("bare");
            list.add(button);
        });
        popover.setTarget(this);
        popover.setOpenOnClick(false);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        // On the whole and not on the first: Enter pressed twice shall end nothing.
        popover.setAutofocus(true);
        popover.setAriaLabel(getElement().getAttribute("aria-label"));
        popover.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                popover.setTarget(null);
                isOpen = false;
            }
        });
        popover.open();
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;

/// What stands above a page.
public final class Dialogs {

    private Dialogs() {}

    /// Closes what stood above a page that has gone. A password that is shown once stays.
    public static void closeAll(UI ui) {
        ui.getChildren()
                .filter(Dialog.class::isInstance)
                .map(Dialog.class::cast)
                .filter(dialog -> !(dialog instanceof PasswordDialog))
                .toList()
                .forEach(Dialog::close);
    }
}

package org.rotfaden.ui.elements;

import com.vaadin.flow.component.dialog.Dialog;
import org.rotfaden.members.Admitted;

/// Shows an administrator the password to hand over to a member. It goes away by its button only,
/// so that it is not lost by a slip.
public final class PasswordDialog extends Dialog {

    public PasswordDialog(Admitted admitted) {
        String name = admitted.member().name();
        setHeaderTitle(getTranslation("members.hand-over", name));
        setWidth("440px");
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        add(
                new ShownOnce(
                        getTranslation("members.hand-over.text", admitted.member().email().value()),
                        admitted.password()));
        getFooter().add(new Act(getTranslation("close"), () -> close()));
    }
}

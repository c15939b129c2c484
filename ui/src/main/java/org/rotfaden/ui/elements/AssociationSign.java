package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;

/// The association's logo where it has one, the thread otherwise. Says nothing that is not said
/// beside it.
public final class AssociationSign extends Div {

    public AssociationSign(AssociationName association) {
        addClassName("association-sign");
        add(new ThreadSign());
        association
                .logo()
                .ifPresent(address -> {
                    var logo = new Image(address, "");
                    logo.addClassName("logo");
                    add(logo);
                });
    }
}

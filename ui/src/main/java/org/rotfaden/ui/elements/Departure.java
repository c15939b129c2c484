package org.rotfaden.ui.elements;

import com.vaadin.flow.component.html.Div;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;

/// Tells whoever has left why there is so little; nothing to all others.
public final class Departure extends Div {

    public Departure(Permissions permissions, Live live, MemberId reader) {
        live.page(
                this,
                reader,
                () -> {
                    removeAll();
                    if (permissions.hasLeft(reader)) {
                        add(new Trouble(null, getTranslation("problem." + Permissions.HAS_LEFT)));
                    }
                });
    }
}

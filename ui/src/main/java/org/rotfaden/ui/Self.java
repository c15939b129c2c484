package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.rotfaden.members.Member;
import org.rotfaden.ui.elements.LanguageSwitch;
import org.rotfaden.ui.elements.LogOut;
import org.rotfaden.ui.elements.PlaceButton;
import org.rotfaden.ui.elements.SchemeSwitch;

/// Who the member is here, what she sets for this device, and the way out.
final class Self extends Div {

    Self(Member member, AuthenticationContext authentication) {
        addClassName("self");
        var who = new Div(member.name());
        who.addClassName("who");
        var keys =
                new PlaceButton(
                        "keys", getTranslation("keys.title"), () -> new KeysDialog().open());
        keys.getElement().setAttribute("data-keys", "?");
        add(
                who,
                new LanguageSwitch(),
                new SchemeSwitch(),
                keys,
                new LogOut(member.id(), authentication));
        getChildren()
                .filter(NativeButton.class::isInstance)
                .forEach(button -> button.addClassName("place"));
    }
}

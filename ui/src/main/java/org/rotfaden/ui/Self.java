package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.rotfaden.members.Member;
import org.rotfaden.ui.elements.Face;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.LanguageSwitch;
import org.rotfaden.ui.elements.LogOut;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Place;
import org.rotfaden.ui.elements.PlaceButton;
import org.rotfaden.ui.elements.SchemeSwitch;

/// Who the member is here; unfolded, her pages, what she sets for this device, and the way out.
final class Self extends NativeDetails {

    Self(Member member, AuthenticationContext authentication) {
        addClassName("self");
        var name = new Span(member.name());
        name.addClassName("who");
        setSummary(new Face(member.name(), member.id()), name);
        var keys =
                new PlaceButton(
                        "keys", getTranslation("keys.title"), () -> new KeysDialog().open());
        keys.getElement().setAttribute("data-keys", "?");
        var profile =
                new PageLink(
                        Paths.person(member.slug()),
                        new Icon("person"),
                        new Span(getTranslation("shell.profile")));
        profile.addClassName("place");
        var menu =
                new Div(
                        profile,
                        PlaceLink.to(Place.ACCOUNT, this),
                        new LanguageSwitch(),
                        new SchemeSwitch(),
                        keys,
                        new LogOut(member.id(), authentication));
        menu.getChildren()
                .filter(NativeButton.class::isInstance)
                .forEach(button -> button.addClassName("place"));
        setContent(menu);
    }
}

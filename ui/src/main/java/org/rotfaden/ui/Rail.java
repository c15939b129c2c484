package org.rotfaden.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.ArrayList;
import java.util.List;
import org.rotfaden.members.Member;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.Icon;
import org.rotfaden.ui.elements.LanguageSwitch;
import org.rotfaden.ui.elements.LogOut;
import org.rotfaden.ui.elements.PageLink;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.ThreadSign;

/// Where a member can go, and who she is here.
final class Rail extends Nav {

    private final List<PageLink> places = new ArrayList<>();

    Rail(
            Member member,
            boolean administers,
            AuthenticationContext authentication,
            AssociationName association) {
        addClassName("rail");
        setAriaLabel(getTranslation("shell.pages"));
        add(brand(association), pages(administers), self(member, authentication));
    }

    private static PageLink brand(AssociationName association) {
        var brand = new PageLink(Paths.MOTIONS, new ThreadSign(), new Span(association.toString()));
        brand.addClassName("brand");
        return brand;
    }

    private Div pages(boolean administers) {
        var pages = new Div(place(Paths.MOTIONS, "motions", "g a"));
        pages.addClassName("pages");
        if (administers) {
            pages.add(place(Paths.MEMBERS, "members", "g m"));
        }
        pages.add(place(Paths.ACCOUNT, "account", "g k"));
        return pages;
    }

    private Div self(Member member, AuthenticationContext authentication) {
        var who = new Div(member.name());
        who.addClassName("who");
        var keys = new NativeButton("", _ -> new KeysDialog().open());
        keys.add(new Icon("keys"), new Span(getTranslation("keys.title")));
        keys.getElement().setAttribute("data-keys", "?");
        var self =
                new Div(who, new LanguageSwitch(), keys, new LogOut(member.id(), authentication));
        self.addClassName("self");
        self.getChildren()
                .filter(NativeButton.class::isInstance)
                .forEach(button -> button.addClassName("place"));
        return self;
    }

    /// Marks the place whose page is open.
    void mark(String path) {
        places.forEach(place -> place.mark(path));
    }

    private PageLink place(String path, String name, String keys) {
        var place = new PageLink(path, new Icon(name), new Span(getTranslation(name + ".title")));
        place.addClassName("place");
        place.getElement().setAttribute("data-keys", keys);
        places.add(place);
        return place;
    }
}

package org.rotfaden.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.rotfaden.members.Member;

/// Where a member can go, and who she is here.
final class Rail extends Nav {

    Rail(Member member, AuthenticationContext authentication, AssociationName association) {
        addClassName("rail");
        setAriaLabel(getTranslation("shell.pages"));
        add(brand(association), pages(member), self(member, authentication));
    }

    private static RouterLink brand(AssociationName association) {
        var brand = new RouterLink();
        brand.setRoute(MotionListView.class);
        brand.addClassName("brand");
        brand.add(new ThreadSign(), new Span(association.toString()));
        brand.setHighlightCondition(HighlightConditions.never());
        return brand;
    }

    private Div pages(Member member) {
        var pages = new Div(place(MotionListView.class, "motions", "g a"));
        pages.addClassName("pages");
        if (member.administrator()) {
            pages.add(place(MembersView.class, "members", "g m"));
        }
        pages.add(place(AccountView.class, "account", "g k"));
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

    private RouterLink place(Class<? extends Component> view, String name, String keys) {
        var place = new RouterLink();
        place.setRoute(view);
        place.add(new Icon(name), new Span(getTranslation(name + ".title")));
        place.addClassName("place");
        place.getElement().setAttribute("data-keys", keys);
        place.setHighlightCondition(HighlightConditions.locationPrefix());
        place.setHighlightAction((shown, current) -> {
            if (current) {
                shown.getElement().setAttribute("aria-current", "page");
            } else {
                shown.getElement().removeAttribute("aria-current");
            }
        });
        return place;
    }
}

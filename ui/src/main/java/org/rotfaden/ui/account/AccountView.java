package org.rotfaden.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.SignedIn;
import org.rotfaden.ui.elements.Language;
import org.rotfaden.ui.elements.LogOut;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Scheme;
import org.rotfaden.ui.elements.Titles;

/// What a member sets for herself, and the way out.
@Route(Paths.ACCOUNT)
@PermitAll
class AccountView extends Div implements HasDynamicTitle {

    AccountView(
            Members members,
            WaysIn ways,
            List<AccountPart> parts,
            CurrentMember currentMember,
            AuthenticationContext authentication) {
        SignedIn self = currentMember.get();
        Member member = members.get(self.member());
        addClassNames("page", "account");
        var head = new Div(new H1(getTranslation("account.title")));
        head.addClassName("page-head");
        var logOut = new LogOut(member.id(), authentication);
        logOut.addClassNames("quiet", "only-phone");
        head.add(logOut);
        add(head, person(member));
        parts.forEach(part -> add(part.of(member.id())));
        add(
                section("account.language", languages()),
                section("account.scheme", schemes()),
                new PasswordSection(ways.passwords(), self),
                new LoginsSection(ways, self),
                new AccessTokensSection(ways, self));
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("account.title"));
    }

    private Section person(Member member) {
        var name = new Paragraph(member.name());
        name.addClassName("row-title");
        return section("account.person", name, new Paragraph(member.email().value()));
    }

    private Section section(String heading, Component... content) {
        var section = new Section(new H2(getTranslation(heading)));
        section.add(content);
        return section;
    }

    private RadioButtonGroup<Language> languages() {
        var choice = new RadioButtonGroup<Language>();
        choice.addThemeNames("horizontal");
        choice.setAriaLabel(getTranslation("account.language"));
        choice.setItems(Language.values());
        choice.setItemLabelGenerator(Language::ownName);
        choice.setValue(Language.of(getLocale()));
        choice.addValueChangeListener(change -> {
            change.getValue().choose();
            getUI().ifPresent(ui -> ui.getPage().reload());
        });
        return choice;
    }

    private RadioButtonGroup<Scheme> schemes() {
        var choice = new RadioButtonGroup<Scheme>();
        choice.addThemeNames("horizontal");
        choice.setAriaLabel(getTranslation("account.scheme"));
        choice.setItems(Scheme.values());
        choice.setItemLabelGenerator(scheme -> getTranslation("scheme." + scheme));
        choice.setValue(Scheme.of(VaadinServletRequest.getCurrent()));
        choice.addValueChangeListener(change -> {
            change.getValue().choose();
            getElement()
                    .executeJs(
                            "document.documentElement.setAttribute($0, $1)",
                            Scheme.ATTRIBUTE,
                            change.getValue().code());
        });
        return choice;
    }
}

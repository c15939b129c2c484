package org.rotfaden.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Locale;
import org.rotfaden.members.AccessToken;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.security.CurrentMember;

/// What a member sets for herself: language, access tokens; and the way out.
@Route(value = "konto", layout = MainLayout.class)
@PermitAll
class AccountView extends Div implements HasDynamicTitle {

    private final transient AccessTokens tokens;
    private final transient AuthenticationContext authentication;
    private final transient Clock clock;
    private final transient Member member;
    private final UnorderedList tokenRows = new UnorderedList();
    private final Div fresh = new Div();

    AccountView(
            Members members,
            AccessTokens tokens,
            CurrentMember currentMember,
            AuthenticationContext authentication,
            Clock clock) {
        this.tokens = tokens;
        this.authentication = authentication;
        this.clock = clock;
        this.member = members.get(currentMember.get().member());
        addClassName("page");
        var head = new Header(new H1(getTranslation("account.title")));
        head.add(new Button(getTranslation("account.log-out"), _ -> askForUnsent()));
        var who = new Paragraph(member.name() + " · " + member.email());
        add(head, who, language(), accessTokens());
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("account.title"));
    }

    private Section language() {
        var choice = new RadioButtonGroup<Locale>();
        choice.setLabel(getTranslation("account.language"));
        choice.setItems(Locale.GERMAN, Locale.ENGLISH);
        choice.setItemLabelGenerator(language -> language.getDisplayLanguage(language));
        choice.setValue(getLocale().getLanguage().equals("en") ? Locale.ENGLISH : Locale.GERMAN);
        choice.addValueChangeListener(
                change -> {
                    ChosenLanguage.choose(change.getValue());
                    getUI().ifPresent(ui -> ui.getPage().reload());
                });
        return new Section(choice);
    }

    private Section accessTokens() {
        tokenRows.addClassName("members");
        fresh.getElement().setAttribute("role", "status");
        showTokens();
        return new Section(
                new H2(getTranslation("account.tokens")),
                new Paragraph(getTranslation("account.tokens.about")),
                fresh,
                tokenRows,
                new Button(getTranslation("account.tokens.create"), _ -> createToken()));
    }

    private void createToken() {
        fresh.removeAll();
        fresh.add(
                new Paragraph(getTranslation("account.tokens.once")), new Code(tokens.create(member.id()).token()));
        showTokens();
    }

    private void showTokens() {
        tokenRows.removeAll();
        tokens.of(member.id()).forEach(token -> tokenRows.add(row(token)));
    }

    private ListItem row(AccessToken token) {
        var revoke =
                new Button(
                        getTranslation("account.tokens.revoke"),
                        _ -> {
                            tokens.revoke(member.id(), token.id());
                            fresh.removeAll();
                            showTokens();
                        });
        return new ListItem(
                new Div(new Span(getTranslation("account.tokens.from") + " "), When.of(token.created(), clock, getLocale())), revoke);
    }

    /// Words that wait on this device are not thrown away without a question.
    private void askForUnsent() {
        getElement()
                .executeJs(
                        "return window.rotfaden ? window.rotfaden.unsentOf($0) : 0", member.id().toString())
                .then(
                        Integer.class,
                        unsent -> {
                            if (unsent == 0) {
                                logOut();
                            } else {
                                confirm(unsent);
                            }
                        });
    }

    private void confirm(int unsent) {
        var dialog =
                new ConfirmDialog(
                        getTranslation("account.unsent.title"),
                        getTranslation("account.unsent.text", unsent),
                        getTranslation("account.unsent.discard"),
                        _ -> logOut());
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("account.unsent.wait"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void logOut() {
        getElement()
                .executeJs("return window.rotfaden ? window.rotfaden.forget($0) : null", member.id().toString())
                .then(_ -> authentication.logout());
    }
}

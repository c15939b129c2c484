package org.rotfaden.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import org.rotfaden.members.AccessToken;
import org.rotfaden.members.AccessTokenNotFound;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.security.MemberId;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.ShownOnce;
import org.rotfaden.ui.elements.When;

/// The tokens with which programs act for a member. A token is shown once, when it is made.
final class AccessTokensSection extends Section {

    private final transient AccessTokens tokens;
    private final transient MemberId member;
    private final transient Clock clock;
    private final UnorderedList rows = new UnorderedList();
    private final Div fresh = new Div();

    AccessTokensSection(MemberId member, AccessTokens tokens, Clock clock) {
        this.member = member;
        this.tokens = tokens;
        this.clock = clock;
        rows.addClassNames("rows", "tokens");
        fresh.getElement().setAttribute("role", "status");
        add(
                new H2(getTranslation("tokens.title")),
                new Paragraph(getTranslation("tokens.about")),
                fresh,
                rows,
                new Button(getTranslation("tokens.create"), _ -> create()));
        show();
    }

    private void create() {
        fresh.removeAll();
        fresh.add(new ShownOnce(getTranslation("tokens.once"), tokens.create(member).token()));
        show();
    }

    private void show() {
        rows.removeAll();
        tokens.of(member).forEach(token -> rows.add(row(token)));
        rows.setVisible(rows.getComponentCount() > 0);
    }

    private ListItem row(AccessToken token) {
        var about =
                new Div(
                        new Span(getTranslation("tokens.made") + " "),
                        new When(token.created(), clock));
        about.add(
                new Span(" · " + getTranslation("tokens.ends") + " "),
                new When(token.expires(), clock));
        about.addClassName("about");
        var revoke = new Button(getTranslation("tokens.revoke"), _ -> askAndRevoke(token));
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        return new ListItem(about, revoke);
    }

    /// It cannot be taken back, and programs that use the token stop at once.
    private void askAndRevoke(AccessToken token) {
        new Question(
                        getTranslation("tokens.revoke.title"),
                        getTranslation("tokens.revoke.text"),
                        new Question.Answers(
                                getTranslation("cancel"), getTranslation("tokens.revoke")),
                        () -> revoke(token))
                .open();
    }

    private void revoke(AccessToken token) {
        try {
            tokens.revoke(member, token.id());
        } catch (AccessTokenNotFound revokedElsewhere) {
            // then it is done
        }
        fresh.removeAll();
        show();
    }
}

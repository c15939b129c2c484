package org.rotfaden.ui.account;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import org.rotfaden.members.AccessToken;
import org.rotfaden.members.AccessTokenNotFound;
import org.rotfaden.members.MemberEvent;
import org.rotfaden.security.SignedIn;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.ShownOnce;
import org.rotfaden.ui.elements.When;

/// The tokens with which programs act for a member. A token is shown once, when it is made.
final class AccessTokensSection extends Section {

    private final transient WaysIn ways;
    private final transient SignedIn self;
    private final UnorderedList rows = new UnorderedList();
    private final Div fresh = new Div();

    AccessTokensSection(WaysIn ways, SignedIn self) {
        this.ways = ways;
        this.self = self;
        rows.addClassNames("rows", "tokens");
        fresh.getElement().setAttribute("role", "status");
        add(
                new H2(getTranslation("tokens.title")),
                new Paragraph(getTranslation("tokens.about")),
                fresh,
                rows,
                new Act(getTranslation("tokens.create"), () -> create()));
        ways.live()
                .page(this, self.member(), this::show)
                .hears(MemberEvent.OfOneself.class, event -> event.member().equals(self.member()));
    }

    private void create() {
        fresh.removeAll();
        var once = new ShownOnce(getTranslation("tokens.once"), ways.tokens().create(self).token());
        fresh.add(once);
        once.focus();
    }

    private void show() {
        rows.removeAll();
        ways.tokens().of(self.member()).forEach(token -> rows.add(row(token)));
    }

    private ListItem row(AccessToken token) {
        var about =
                new Div(
                        new Span(getTranslation("tokens.made") + " "),
                        new When(token.created(), ways.clock()));
        about.add(
                new Span(" · " + getTranslation("tokens.ends") + " "),
                new When(token.expires(), ways.clock()));
        about.addClassName("about");
        var revoke = new Act(getTranslation("tokens.revoke"), () -> askAndRevoke(token));
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        revoke.setAriaLabel(
                getTranslation("tokens.revoke-of", When.inWords(token.created(), getLocale())));
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
            ways.tokens().revoke(self.member(), token.id());
        } catch (AccessTokenNotFound revokedElsewhere) {
            // then it is done
        }
        fresh.removeAll();
        Notification.show(getTranslation("tokens.revoked"));
    }
}

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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.rotfaden.members.Login;
import org.rotfaden.members.LoginNotFound;
import org.rotfaden.members.MemberEvent;
import org.rotfaden.security.SignedIn;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Question;
import org.rotfaden.ui.elements.When;

/// In which browsers a member is logged in. She ends what she does not know or need any more.
final class LoginsSection extends Section {

    private final transient WaysIn ways;
    private final transient SignedIn self;
    private final UnorderedList rows = new UnorderedList();
    private final Act others =
            new Act(getTranslation("logins.end-others"), () -> askAndEndOthers());

    LoginsSection(WaysIn ways, SignedIn self) {
        this.ways = ways;
        this.self = self;
        rows.addClassNames("rows", "tokens");
        add(
                new H2(getTranslation("logins.title")),
                new Paragraph(getTranslation("logins.about")),
                rows,
                others);
        ways.live()
                .page(this, self.member(), this::show)
                .hears(MemberEvent.OfOneself.class, event -> event.member().equals(self.member()));
    }

    private void show() {
        List<Login> open =
                ways.logins().of(self.member()).stream()
                        .sorted(Comparator.comparing(login -> !isThis(login)))
                        .toList();
        rows.removeAll();
        open.forEach(login -> rows.add(row(login)));
        others.setVisible(open.stream().anyMatch(login -> !isThis(login)));
    }

    private boolean isThis(Login login) {
        return login.id().equals(self.login());
    }

    private ListItem row(Login login) {
        var name = new Span(browserOf(login));
        name.addClassName("row-title");
        var about = new Div(new Span(getTranslation("logins.begun") + " "), when(login.begun()));
        about.add(new Span(" · " + getTranslation("logins.opened") + " "), when(login.opened()));
        about.addClassName("about");
        var row = new ListItem(new Div(name, about));
        if (isThis(login)) {
            var here = new Span(getTranslation("logins.this"));
            here.addClassName("hint");
            row.add(here);
        } else {
            var end = new Act(getTranslation("logins.end"), () -> askAndEnd(login));
            end.addThemeVariants(ButtonVariant.TERTIARY);
            end.setAriaLabel(getTranslation("logins.end-of", nameOf(login)));
            row.add(end);
        }
        return row;
    }

    private When when(Instant moment) {
        return new When(moment, ways.clock());
    }

    private String browserOf(Login login) {
        return login.browser() == null ? getTranslation("logins.unknown") : login.browser();
    }

    /// Two of the same browser differ by when they began.
    private String nameOf(Login login) {
        return getTranslation(
                "logins.name", browserOf(login), When.inWords(login.begun(), getLocale()));
    }

    private void askAndEnd(Login login) {
        ask(
                getTranslation("logins.end.title", nameOf(login)),
                getTranslation("logins.ended"),
                () -> end(login));
    }

    private void askAndEndOthers() {
        ask(
                getTranslation("logins.end-others.title"),
                getTranslation("logins.ended-others"),
                () -> ways.logins().endOthers(self));
    }

    /// It cannot be taken back: what is open there closes at once.
    private void ask(String title, String done, Runnable end) {
        new Question(
                        title,
                        getTranslation("logins.end.text"),
                        new Question.Answers(
                                getTranslation("cancel"), getTranslation("logins.end")),
                        () -> {
                            end.run();
                            Notification.show(done);
                        })
                .open();
    }

    private void end(Login login) {
        try {
            ways.logins().end(self.member(), login.id());
        } catch (LoginNotFound endedElsewhere) {
            // then it is done
        }
    }
}

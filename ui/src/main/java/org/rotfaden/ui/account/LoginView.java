package org.rotfaden.ui.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rotfaden.installation.SetUp;
import org.rotfaden.members.Members;
import org.rotfaden.members.SampleMembers;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.ui.elements.AssociationName;
import org.rotfaden.ui.elements.AssociationSign;
import org.rotfaden.ui.elements.LanguageSwitch;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Trouble;

/// The door: e-mail address and password.
@Route(value = Paths.LOGIN, autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /// Asked for when the last attempt failed.
    static final String ERROR = "error";

    /// Asked for, with the seconds to wait, when there were too many failed attempts.
    static final String LOCKED = "locked";

    /// Asked for when the page had been open for too long.
    static final String STALE = "stale";

    /// The attribute of the session that holds the address of the last attempt.
    static final String PRESENTED_EMAIL = "rotfaden.presented-email";

    private final transient CurrentMember currentMember;
    private final transient Members members;
    private final boolean demo;

    LoginView(
            CurrentMember currentMember,
            Members members,
            AssociationName association,
            SetUp setUp) {
        this.currentMember = currentMember;
        this.members = members;
        this.demo = setUp.isDemonstration();
        addClassName("door");
        add(
                new AssociationSign(association),
                new H1(association.toString()),
                new Paragraph(getTranslation("login.welcome")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentMember.find().isPresent()) {
            event.forwardTo(Paths.MOTIONS);
        } else if (members.isEmpty()) {
            add(
                    new Trouble(
                            getTranslation("login.empty.title"),
                            getTranslation("login.empty.text")));
        } else {
            trouble(event.getLocation().getQueryParameters()).ifPresent(this::add);
            add(new LoginForm(presentedEmail()));
            if (demo) {
                add(sample());
            }
            var language = new LanguageSwitch();
            language.addClassName("plain");
            add(language);
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("login.title"));
    }

    private Optional<Component> trouble(QueryParameters asked) {
        if (asked.getSingleParameter(LOCKED).isPresent()) {
            String seconds =
                    asked.getSingleParameter(LOCKED)
                            .filter(given -> given.matches("\\d{1,5}"))
                            .orElse("30");
            return Optional.of(
                    new Trouble(
                            getTranslation("login.locked.title"),
                            getTranslation("login.locked.text", Integer.valueOf(seconds))));
        }
        return Stream.of(ERROR, STALE)
                .filter(reason -> asked.getSingleParameter(reason).isPresent())
                .map(reason -> "login." + reason)
                .<Component>map(key ->
                        new Trouble(getTranslation(key + ".title"), getTranslation(key + ".text")))
                .findFirst();
    }

    private static String presentedEmail() {
        WrappedSession session = VaadinSession.getCurrent().getSession();
        Object presented = session.getAttribute(PRESENTED_EMAIL);
        session.removeAttribute(PRESENTED_EMAIL);
        return presented instanceof String email ? email : "";
    }

    private Div sample() {
        var people = new DescriptionList();
        List.of("anna", "bekir", "clara")
                .forEach(name -> {
                    people.add(new DescriptionList.Term(name + "@example.org"));
                    people.add(
                            new DescriptionList.Description(
                                    getTranslation("login.sample." + name)));
                });
        var sample =
                new Div(
                        new Paragraph(getTranslation("login.sample")),
                        people,
                        new Paragraph(
                                getTranslation("login.sample.password", SampleMembers.PASSWORD)));
        sample.addClassNames("sample", "hint");
        return sample;
    }
}

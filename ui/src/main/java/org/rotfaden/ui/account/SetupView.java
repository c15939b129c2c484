package org.rotfaden.ui.account;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.rotfaden.installation.SetUp;
import org.rotfaden.installation.SetupToken;
import org.rotfaden.members.Members;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.ThreadSign;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Trouble;
import org.springframework.security.core.AuthenticationException;

/// The first page of an empty workspace: whoever has the token that the console printed creates the
/// association and administers it, or loads the sample.
@Route(value = Paths.SET_UP, autoLayout = false)
@AnonymousAllowed
class SetupView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /// The parameter of the address that carries the token.
    static final String TOKEN = "schluessel";

    private final transient Members members;
    private final transient SetupToken token;
    private final transient SetUp setUp;
    private final transient FirstLogin firstLogin;
    private String presented = "";

    SetupView(Members members, SetupToken token, SetUp setUp, FirstLogin firstLogin) {
        this.members = members;
        this.token = token;
        this.setUp = setUp;
        this.firstLogin = firstLogin;
        addClassNames("door", "setup");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        presented = event.getLocation().getQueryParameters().getSingleParameter(TOKEN).orElse("");
        removeAll();
        add(new ThreadSign(), new H1(getTranslation("setup.title")));
        if (!members.isEmpty()) {
            add(new Trouble(null, getTranslation("setup.done")));
        } else if (!token.matches(presented)) {
            add(new Trouble(null, getTranslation("setup.wrong-token")));
        } else {
            add(
                    new Paragraph(getTranslation("setup.welcome")),
                    new SetupForm(setUp, this::expectToken, this::goIn),
                    sample());
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("setup.title"));
    }

    private Section sample() {
        var load = new Act(getTranslation("setup.sample.load"));
        var meanwhile = new Paragraph();
        meanwhile.addClassName("hint");
        meanwhile.getElement().setAttribute("role", "status");
        var sample =
                new Section(
                        new H2(getTranslation("setup.sample")),
                        new Paragraph(getTranslation("setup.sample.text")),
                        load,
                        meanwhile);
        sample.addClassName("setup-sample");
        load.addThemeVariants(ButtonVariant.TERTIARY);
        load.getElement()
                .executeJs(
                        "this.addEventListener('click', () => { $0.textContent = $1; })",
                        meanwhile.getElement(),
                        getTranslation("setup.sample.loading"));
        load.does(() -> {
            expectToken();
            try {
                setUp.loadSample();
                leadTo(Paths.LOGIN);
            } catch (BrokenRule tooLate) {
                meanwhile.removeFromParent();
                sample.add(new Trouble(null, getTranslation("problem." + tooLate.code())));
            }
        });
        return sample;
    }

    private void expectToken() {
        if (!token.matches(presented) && members.isEmpty()) {
            throw new IllegalStateException("Only the token opens this form");
        }
    }

    /// Through the door, if something stands in the way.
    private void goIn(SetUp.FirstAdministrator founder) {
        try {
            firstLogin.begin(founder);
            leadTo(Paths.START);
        } catch (AuthenticationException refused) {
            leadTo(Paths.LOGIN);
        }
    }

    private void leadTo(String path) {
        getUI().ifPresent(ui -> ui.getPage().setLocation("/" + path));
    }
}

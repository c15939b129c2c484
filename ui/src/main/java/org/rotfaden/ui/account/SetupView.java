package org.rotfaden.ui.account;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.rotfaden.installation.SetupToken;
import org.rotfaden.members.AlreadySetUp;
import org.rotfaden.members.Email;
import org.rotfaden.members.Members;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.ui.elements.Passwords;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.ui.elements.Refusals;
import org.rotfaden.ui.elements.ThreadSign;
import org.rotfaden.ui.elements.Titles;
import org.rotfaden.ui.elements.Trouble;

/// The first page of an empty workspace: whoever has the token that the console printed becomes the
/// first administrator.
@Route(value = Paths.SET_UP, autoLayout = false)
@AnonymousAllowed
class SetupView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String TOKEN = "schluessel";

    private final transient Members members;
    private final transient SetupToken token;

    private final TextField name = new TextField(getTranslation("member.name"));
    private final EmailField email = new EmailField(getTranslation("login.email"));
    private final PasswordField password = new PasswordField(getTranslation("login.password"));
    private final PasswordField again = new PasswordField(getTranslation("setup.password.again"));
    private final transient Refusals refusals =
            new Refusals()
                    .about(name, "INVALID_NAME")
                    .about(email, "INVALID_EMAIL")
                    .about(password, "PASSWORD_TOO_SHORT", "PASSWORD_TOO_LONG");
    private String presented = "";

    SetupView(Members members, SetupToken token) {
        this.members = members;
        this.token = token;
        addClassName("door");
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
            add(new Paragraph(getTranslation("setup.welcome")), form());
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("setup.title"));
    }

    private Div form() {
        Passwords.autocomplete(name, "name");
        Passwords.autocomplete(email, "username");
        Passwords.prepareNew(password);
        Passwords.prepareNew(again);
        password.setHelperText(getTranslation("password.help"));
        name.setAutofocus(true);
        var create = new Button(getTranslation("setup.create"), _ -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER);
        var form = new Div(name, email, password, again, create);
        form.addClassName("form");
        return form;
    }

    private void create() {
        refusals.clear();
        again.setInvalid(false);
        if (!password.getValue().equals(again.getValue())) {
            Refusals.show(again, getTranslation("setup.password.differs"));
            return;
        }
        if (!token.matches(presented)) {
            throw new IllegalStateException("Only the token opens this form");
        }
        try {
            members.registerFirstAdministrator(
                    name.getValue(), new Email(email.getValue()), password.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation(Paths.LOGIN));
        } catch (AlreadySetUp tooLate) {
            addComponentAtIndex(2, new Trouble(null, getTranslation("problem." + tooLate.code())));
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }
}

package org.rotfaden.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
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
import java.util.stream.Stream;
import org.rotfaden.installation.SetupToken;
import org.rotfaden.members.Email;
import org.rotfaden.members.Members;
import org.rotfaden.security.BrokenRule;

/// The first page of an empty workspace: whoever has the token that the console printed becomes the
/// first administrator.
@Route("einrichten")
@AnonymousAllowed
class SetupView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String TOKEN = "schluessel";

    private final transient Members members;
    private final transient SetupToken token;

    private final TextField name = new TextField(getTranslation("setup.name"));
    private final EmailField email = new EmailField(getTranslation("login.email"));
    private final PasswordField password = new PasswordField(getTranslation("login.password"));
    private final PasswordField again = new PasswordField(getTranslation("setup.password.again"));
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
        autocomplete(name, "name");
        autocomplete(email, "username");
        autocomplete(password, "new-password");
        autocomplete(again, "new-password");
        password.setHelperText(getTranslation("setup.password.help"));
        Stream.of(password, again).forEach(Passwords::nameReveal);
        name.setAutofocus(true);
        var create = new Button(getTranslation("setup.create"), _ -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER);
        var form = new Div(name, email, password, again, create);
        form.addClassName("form");
        return form;
    }

    private static void autocomplete(AbstractField<?, ?> field, String purpose) {
        field.getElement().setAttribute("autocomplete", purpose);
    }

    private void create() {
        Stream.of(name, email, password, again).forEach(field -> field.setInvalid(false));
        if (!password.getValue().equals(again.getValue())) {
            refuse(again, getTranslation("setup.password.differs"));
            again.focus();
            return;
        }
        if (!token.matches(presented)) {
            throw new IllegalStateException("Only the token opens this form");
        }
        try {
            members.registerFirstAdministrator(
                    name.getValue(), new Email(email.getValue()), password.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation(LoginView.PATH));
        } catch (BrokenRule broken) {
            show(broken);
        }
    }

    /// The error stands beside the field it is about.
    private void show(BrokenRule broken) {
        String sentence = getTranslation("problem." + broken.code());
        switch (broken.code()) {
            case "INVALID_NAME" -> refuse(name, sentence);
            case "INVALID_EMAIL", "EMAIL_TAKEN" -> refuse(email, sentence);
            case "PASSWORD_TOO_SHORT", "PASSWORD_TOO_LONG" -> refuse(password, sentence);
            default -> addComponentAtIndex(2, new Trouble(null, sentence));
        }
        Stream.of(name, email, password)
                .filter(HasValidation::isInvalid)
                .findFirst()
                .ifPresent(field -> field.focus());
    }

    private static void refuse(HasValidation field, String sentence) {
        field.setErrorMessage(sentence);
        field.setInvalid(true);
    }
}

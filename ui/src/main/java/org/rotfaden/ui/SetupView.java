package org.rotfaden.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import org.rotfaden.installation.SetupToken;
import org.rotfaden.members.Email;
import org.rotfaden.members.InvalidEmail;
import org.rotfaden.members.InvalidName;
import org.rotfaden.members.InvalidPassword;
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
    private final Span summary = new Span();
    private String presented = "";

    SetupView(Members members, SetupToken token) {
        this.members = members;
        this.token = token;
        addClassName("door");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        presented = event.getLocation().getQueryParameters().getParameters().getOrDefault(TOKEN, List.of("")).getFirst();
        removeAll();
        add(new ThreadSign(), new H1(getTranslation("setup.title")));
        if (!members.isEmpty()) {
            add(new Paragraph(getTranslation("setup.done")));
        } else if (!token.matches(presented)) {
            add(new Paragraph(getTranslation("setup.wrong-token")));
        } else {
            addForm();
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("setup.title"));
    }

    private void addForm() {
        name.getElement().setAttribute("autocomplete", "name");
        email.getElement().setAttribute("autocomplete", "username");
        password.getElement().setAttribute("autocomplete", "new-password");
        again.getElement().setAttribute("autocomplete", "new-password");
        password.setHelperText(getTranslation("setup.password.help"));
        summary.addClassName("form-summary");
        summary.getElement().setAttribute("role", "alert");
        List.of(name, email, password, again).forEach(field -> field.getElement().setProperty("required", true));
        var create = new Button(getTranslation("setup.create"), _ -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER);
        add(new Paragraph(getTranslation("setup.welcome")), summary, name, email, password, again, create);
    }

    private void create() {
        again.setInvalid(false);
        if (!password.getValue().equals(again.getValue())) {
            again.setErrorMessage(getTranslation("setup.password.differs"));
            again.setInvalid(true);
            again.focus();
            return;
        }
        try {
            if (token.matches(presented)) {
                members.registerFirstAdministrator(name.getValue(), new Email(email.getValue()), password.getValue());
            }
            getUI().ifPresent(ui -> ui.getPage().setLocation(LoginView.PATH));
        } catch (BrokenRule broken) {
            show(broken);
        }
    }

    private void show(BrokenRule broken) {
        String sentence = getTranslation("problem." + broken.code());
        summary.setText(sentence);
        name.setInvalid(broken instanceof InvalidName);
        email.setInvalid(broken instanceof InvalidEmail);
        password.setInvalid(broken instanceof InvalidPassword);
        List.of(name, email, password).stream().filter(field -> field.isInvalid()).forEach(field -> field.focus());
    }
}

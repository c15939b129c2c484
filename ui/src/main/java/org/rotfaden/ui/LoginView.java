package org.rotfaden.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.rotfaden.members.SampleMembers;
import org.rotfaden.security.CurrentMember;
import org.springframework.beans.factory.annotation.Value;

/// The door: e-mail address and password.
@Route(LoginView.PATH)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "anmelden";

    private final LoginForm form = new LoginForm();
    private final transient CurrentMember currentMember;

    LoginView(CurrentMember currentMember, @Value("${rotfaden.demo}") boolean demo) {
        this.currentMember = currentMember;
        addClassName("door");
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words("login.error.title", "login.error.message"));
        add(new ThreadSign(), new H1("Rotfaden"), new Paragraph(getTranslation("login.welcome")), form);
        if (demo) {
            var hint = new Paragraph(getTranslation("login.demo", SampleMembers.PASSWORD));
            hint.addClassName("hint");
            add(hint);
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentMember.find().isPresent()) {
            event.forwardTo(MotionListView.class);
            return;
        }
        var parameters = event.getLocation().getQueryParameters().getParameters();
        if (parameters.containsKey("locked")) {
            form.setI18n(words("login.locked.title", "login.locked.message"));
            form.setError(true);
        } else if (parameters.containsKey("error")) {
            form.setError(true);
        }
    }

    @Override
    public String getPageTitle() {
        return Titles.of(getTranslation("login.title"));
    }

    private LoginI18n words(String errorTitle, String errorMessage) {
        LoginI18n words = LoginI18n.createDefault();
        LoginI18n.Form fields = words.getForm();
        fields.setTitle(getTranslation("login.title"));
        fields.setUsername(getTranslation("login.email"));
        fields.setPassword(getTranslation("login.password"));
        fields.setSubmit(getTranslation("login.submit"));
        LoginI18n.ErrorMessage error = words.getErrorMessage();
        error.setTitle(getTranslation(errorTitle));
        error.setMessage(getTranslation(errorMessage));
        error.setUsername(getTranslation("login.email.missing"));
        error.setPassword(getTranslation("login.password.missing"));
        return words;
    }
}

package org.rotfaden.ui.account;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import org.rotfaden.ui.elements.Passwords;
import org.rotfaden.ui.elements.Paths;

/// A plain form that browsers and password managers know, sent to the server as forms are.
@Tag("form")
final class LoginForm extends HtmlContainer {

    private final EmailField email = new EmailField(getTranslation("login.email"));
    private final PasswordField password = new PasswordField(getTranslation("login.password"));

    LoginForm(String presentedEmail) {
        addClassNames("form", "log-in");
        getElement().setAttribute("method", "post").setAttribute("action", Paths.LOGIN);
        getElement().setAttribute("novalidate", true);
        email.getElement().setAttribute("name", "username");
        email.getElement().setAttribute("autocomplete", "username");
        email.setErrorMessage(getTranslation("login.email.missing"));
        email.setValue(presentedEmail);
        password.getElement().setAttribute("name", "password");
        password.getElement().setAttribute("autocomplete", "current-password");
        password.setErrorMessage(getTranslation("login.password.missing"));
        Passwords.nameReveal(password);
        add(forgeryToken(), email, password, submit());
        (presentedEmail.isEmpty() ? email : password).setAutofocus(true);
        refuseEmptyFields();
    }

    /// The token against forged requests that came with the page; Vaadin's page would put in
    /// another.
    private Input forgeryToken() {
        var token = new Input();
        token.setType("hidden");
        token.getElement().setAttribute("name", "_csrf");
        getElement()
                .executeJs(
                        """
                        $0.value = document.querySelector('meta[name=_csrf]').content;
                        this.addEventListener('formdata', event => event.stopPropagation());
                        """,
                        token.getElement());
        return token;
    }

    private NativeButton submit() {
        var submit = new NativeButton(getTranslation("login.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("primary");
        return submit;
    }

    private void refuseEmptyFields() {
        getElement()
                .executeJs(
                        """
                        this.addEventListener('submit', event => {
                            const empty = [$0, $1].filter(field => (field.invalid = !field.value.trim()));
                            if (empty.length) {
                                event.preventDefault();
                                empty[0].focus();
                            }
                        })
                        """,
                        email.getElement(),
                        password.getElement());
    }
}

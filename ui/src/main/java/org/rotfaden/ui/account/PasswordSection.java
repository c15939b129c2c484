package org.rotfaden.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinServletRequest;
import org.rotfaden.members.MemberPasswords;
import org.rotfaden.members.TooManyAttempts;
import org.rotfaden.members.Whence;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.SignedIn;
import org.rotfaden.ui.elements.Act;
import org.rotfaden.ui.elements.Passwords;
import org.rotfaden.ui.elements.Refusals;

/// Where a member changes her password.
final class PasswordSection extends Section {

    private static final int SHOWN_MILLIS = 8_000;

    private final transient MemberPasswords passwords;
    private final transient SignedIn self;
    private final PasswordField current = new PasswordField(getTranslation("password.current"));
    private final PasswordField next = new PasswordField(getTranslation("password.next"));
    private final transient Refusals refusals =
            new Refusals()
                    .about(current, "WRONG_PASSWORD")
                    .about(next, "PASSWORD_TOO_SHORT", "PASSWORD_TOO_LONG");

    PasswordSection(MemberPasswords passwords, SignedIn self) {
        this.passwords = passwords;
        this.self = self;
        Passwords.autocomplete(current, "current-password");
        Passwords.nameReveal(current);
        Passwords.prepareNew(next);
        next.setHelperText(getTranslation("password.help"));
        var form =
                new Div(current, next, new Act(getTranslation("password.change"), () -> change()));
        form.addClassName("form");
        add(
                new H2(getTranslation("login.password")),
                new Paragraph(getTranslation("password.effect")),
                form);
    }

    private void change() {
        refusals.clear();
        try {
            var whence = Whence.of(VaadinServletRequest.getCurrent());
            passwords.change(self, whence, current.getValue(), next.getValue());
            current.clear();
            next.clear();
            Notification.show(
                    getTranslation("password.changed"), SHOWN_MILLIS, Position.BOTTOM_CENTER);
        } catch (TooManyAttempts tooMany) {
            Refusals.show(
                    current,
                    getTranslation(
                            "login.locked.text", Math.max(1, tooMany.waitFor().toSeconds())));
        } catch (BrokenRule broken) {
            refusals.show(broken);
        }
    }
}

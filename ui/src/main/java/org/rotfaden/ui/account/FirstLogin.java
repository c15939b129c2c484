package org.rotfaden.ui.account;

import static java.util.Objects.requireNonNull;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import org.rotfaden.installation.SetUp;
import org.rotfaden.members.RememberedLogin;
import org.rotfaden.members.Whence;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/// Logs in whoever has just set the workspace up: as at the door, with the password that was typed
/// a moment ago.
@Component
class FirstLogin {

    private final AuthenticationProvider passwords;
    private final MemberSessions sessions;
    private final RememberedLogin remembered;

    FirstLogin(
            AuthenticationProvider passwords, MemberSessions sessions, RememberedLogin remembered) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.remembered = remembered;
    }

    /// In the request that set up. The open page goes on in its session, under an id that nobody
    /// knew before.
    ///
    /// @throws AuthenticationException when the door would not let in
    void begin(SetUp.FirstAdministrator founder) {
        var request = VaadinServletRequest.getCurrent();
        var response = VaadinServletResponse.getCurrent();
        var said =
                UsernamePasswordAuthenticationToken.unauthenticated(
                        founder.email().value(), founder.password());
        said.setDetails(Whence.of(request));
        Authentication login = requireNonNull(passwords.authenticate(said));
        request.changeSessionId();
        sessions.saveContext(new SecurityContextImpl(login), request, response);
        remembered.loginSuccess(request, response, login);
    }
}

package org.rotfaden.members;

import java.util.List;
import java.util.Objects;
import org.rotfaden.security.SignedIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// Lets members in by e-mail address and password.
@Component
class PasswordLogin implements AuthenticationProvider {

    private final MemberPasswords passwords;
    private final LoginAttempts attempts;

    PasswordLogin(MemberPasswords passwords, LoginAttempts attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    @Override
    public Authentication authenticate(Authentication said) {
        if (!Email.isPossible(said.getName())) {
            throw new BadCredentialsException("BAD_CREDENTIALS");
        }
        var email = new Email(said.getName());
        String password = String.valueOf(said.getCredentials());
        Whence whence = (Whence) Objects.requireNonNull(said.getDetails());
        SignedIn signedIn =
                attempts.attempt(email, whence, () -> passwords.logIn(email, password))
                        .orElseThrow(() -> new BadCredentialsException("BAD_CREDENTIALS"));
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

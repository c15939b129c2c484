package org.rotfaden.members;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.SignedIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Ends the session of a log-in that was ended elsewhere, for example because the password was
/// changed: the request goes on as that of somebody unknown.
final class EndedLogins extends OncePerRequestFilter {

    private final Logins logins;
    private final CurrentMember currentMember;

    EndedLogins(Logins logins, CurrentMember currentMember) {
        this.logins = logins;
        this.currentMember = currentMember;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (currentMember.find().filter(this::hasEnded).isPresent()) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean hasEnded(SignedIn signedIn) {
        return signedIn.login() != null && logins.find(signedIn.login()).isEmpty();
    }
}

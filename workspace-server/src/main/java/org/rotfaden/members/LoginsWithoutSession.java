package org.rotfaden.members;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.rotfaden.security.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Knows a browser by its log-in for one request: nothing of the log-in changes by that, and no
/// session begins, so that a browser can ask any node, and several at once.
final class LoginsWithoutSession extends OncePerRequestFilter {

    private final Function<HttpServletRequest, Optional<SignedIn>> recognise;

    /// @param recognise who presents the secret of an open log-in
    LoginsWithoutSession(Function<HttpServletRequest, Optional<SignedIn>> recognise) {
        this.recognise = recognise;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            recognise.apply(request).ifPresent(LoginsWithoutSession::signIn);
        }
        chain.doFilter(request, response);
    }

    private static void signIn(SignedIn signedIn) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        signedIn, null, AuthorityUtils.createAuthorityList("MEMBER")));
        SecurityContextHolder.setContext(context);
    }
}

package org.rotfaden.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.rotfaden.members.AccessToken;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.security.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets machines in by `Authorization: Bearer` (RFC 6750), for one request at a time.
final class AccessTokenFilter extends OncePerRequestFilter {

    private final AccessTokens tokens;
    private final Problems problems;

    AccessTokenFilter(AccessTokens tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> presented =
                AccessTokens.presentedIn(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (presented.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<AccessToken> token = tokens.find(presented.get());
        if (token.isEmpty()) {
            problems.authenticationFailed(
                    request, response, new BadCredentialsException("INVALID_TOKEN"));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        SignedIn.byAccessToken(token.get().member(), token.get().id()),
                        null,
                        List.of()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}

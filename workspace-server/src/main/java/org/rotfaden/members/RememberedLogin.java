package org.rotfaden.members;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/// Keeps a member logged in over sessions and restarts of the server, by a cookie that scripts
/// cannot read.
@Component
public class RememberedLogin implements RememberMeServices, LogoutHandler {

    private static final BrowserCookie COOKIE = new BrowserCookie("rotfaden-login");

    /// Ties the tokens made here to the provider that believes them.
    private final String key = UUID.randomUUID().toString();

    private final Logins logins;
    private final KnownBrowsers browsers;
    private final CurrentMember currentMember;

    RememberedLogin(Logins logins, KnownBrowsers browsers, CurrentMember currentMember) {
        this.logins = logins;
        this.browsers = browsers;
        this.currentMember = currentMember;
    }

    public String key() {
        return key;
    }

    /// Turns away sessions whose log-in has been ended.
    public Filter endedLogins() {
        return new EndedLogins(logins, currentMember);
    }

    /// Lets browsers in by the cookie alone, for one request at a time, on a node that does not
    /// hold their session.
    public Filter loginsWithoutSession() {
        return new LoginsWithoutSession(this::recognised);
    }

    private Optional<SignedIn> recognised(HttpServletRequest request) {
        return presented(request).flatMap(logins::recognise);
    }

    @Override
    public @Nullable Authentication autoLogin(
            HttpServletRequest request, HttpServletResponse response) {
        Optional<Logins.Resumed> resumed = presented(request).flatMap(logins::resume);
        if (resumed.isEmpty()) {
            forget(request, response);
            return null;
        }
        Logins.Key next = resumed.get().next();
        if (next != null) {
            COOKIE.send(request, response, next.toString(), Logins.lifetime());
            browsers.remember(resumed.get().signedIn().member(), request, response);
        }
        return new RememberMeAuthenticationToken(
                key, resumed.get().signedIn(), AuthorityUtils.createAuthorityList("MEMBER"));
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        // A failed attempt says nothing about the log-in that may be there.
    }

    @Override
    public void loginSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication login) {
        if (login.getPrincipal() instanceof SignedIn(var member, var id, _) && id != null) {
            endLoginOfAnybodyElse(member, request);
            logins.keep(id, browser(request))
                    .ifPresent(key ->
                            COOKIE.send(request, response, key.toString(), Logins.lifetime()));
            browsers.remember(member, request, response);
        }
    }

    /// A browser has one log-in. What open pages of somebody else still ask for would bring hers
    /// back.
    private void endLoginOfAnybodyElse(MemberId member, HttpServletRequest request) {
        presented(request)
                .flatMap(logins::resume)
                .map(Logins.Resumed::signedIn)
                .ifPresent(before -> {
                    if (before.login() != null && !before.member().equals(member)) {
                        logins.close(before.member(), before.login());
                    }
                });
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn(var member, var id, _)
                && id != null) {
            logins.close(member, id);
        }
        forget(request, response);
    }

    private static Optional<String> browser(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                .flatMap(BrowserName::of);
    }

    private static Optional<Logins.Key> presented(HttpServletRequest request) {
        return COOKIE.in(request).flatMap(Logins.Key::parse);
    }

    private static void forget(HttpServletRequest request, HttpServletResponse response) {
        if (COOKIE.in(request).isPresent()) {
            COOKIE.send(request, response, "", Duration.ZERO);
        }
    }
}

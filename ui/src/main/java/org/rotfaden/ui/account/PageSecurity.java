package org.rotfaden.ui.account;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rotfaden.members.Email;
import org.rotfaden.members.RememberedLogin;
import org.rotfaden.members.TooManyAttempts;
import org.rotfaden.ui.elements.Paths;
import org.rotfaden.web.OutageFilter;
import org.rotfaden.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/// Who comes in at the pages.
@Configuration
class PageSecurity {

    private static final String DOOR = "/" + Paths.LOGIN;
    private static final String[] STATIC_FILES = {
        "/style/**", "/script/**", "/editor/**", "/icons/**", "/aura/**"
    };

    /// What everybody gets: nobody's log-in is asked for, so that a page looks as it should also
    /// while the database is gone.
    @Bean
    @Order(4)
    SecurityFilterChain staticFiles(HttpSecurity http) throws Exception {
        return http.securityMatcher(STATIC_FILES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .headers(PageSecurity::headers)
                .build();
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http, RememberedLogin remembered, RequestUtil vaadinRequests)
            throws Exception {
        return http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/logo")
                                .permitAll())
                .with(
                        vaadin(),
                        pages ->
                                pages.loginView(LoginView.class, DOOR)
                                        .addLogoutHandler(remembered)
                                        .enableCsrfConfiguration(false)
                                        .anyRequest(request -> request.authenticated()))
                .formLogin(form -> form.failureHandler(PageSecurity::backToTheDoor))
                .addFilterBefore(
                        new OutageFilter(new OutagePage()), SecurityContextHolderFilter.class)
                .addFilterAfter(remembered.endedLogins(), SecurityContextHolderFilter.class)
                .rememberMe(
                        remember -> remember.rememberMeServices(remembered).key(remembered.key()))
                // Vaadin's own requests carry a token of Vaadin's.
                .csrf(csrf ->
                        csrf.spa()
                                .ignoringRequestMatchers(
                                        vaadinRequests::isFrameworkInternalRequest))
                .exceptionHandling(failures -> failures.accessDeniedHandler(PageSecurity::deny))
                .headers(PageSecurity::headers)
                .build();
    }

    /// After logging in a page has the address that was asked for, and nothing added to it.
    @Bean
    @SuppressWarnings("NullAway") // null is how the parameter is switched off
    HttpSessionRequestCache askedFor(VaadinDefaultRequestCache vaadinRequestCache) {
        var askedFor = new HttpSessionRequestCache();
        askedFor.setMatchingRequestParameterName(null);
        vaadinRequestCache.setDelegateRequestCache(askedFor);
        return askedFor;
    }

    /// Nothing typed is lost: the address is there again, and the page says what to do.
    private static void backToTheDoor(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        String why =
                failure instanceof TooManyAttempts tooMany
                        ? LoginView.LOCKED + "=" + Math.max(1, tooMany.waitFor().toSeconds())
                        : LoginView.ERROR;
        sendToTheDoor(request, response, why);
    }

    private static void sendToTheDoor(
            HttpServletRequest request, HttpServletResponse response, String why)
            throws IOException {
        String presented = request.getParameter("username");
        if (presented != null && presented.length() <= Email.LONGEST) {
            request.getSession().setAttribute(LoginView.PRESENTED_EMAIL, presented);
        }
        response.sendRedirect(request.getContextPath() + DOOR + "?" + why);
    }

    /// A door that stood open for long gets a fresh token against forged requests.
    private static void deny(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, jakarta.servlet.ServletException {
        if (denied instanceof CsrfException && request.getServletPath().equals(DOOR)) {
            sendToTheDoor(request, response, LoginView.STALE);
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, denied);
        }
    }

    /// Each Vaadin page replaces the policy by its own. The headers come first, because Vaadin's
    /// servlet ends its answers before they would be added.
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        SecurityHeaders.strict(headers);
        headers.withObjectPostProcessor(
                new ObjectPostProcessor<HeaderWriterFilter>() {
                    @Override
                    public <O extends HeaderWriterFilter> O postProcess(O filter) {
                        filter.setShouldWriteHeadersEagerly(true);
                        return filter;
                    }
                });
    }
}

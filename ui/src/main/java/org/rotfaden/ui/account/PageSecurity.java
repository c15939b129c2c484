package org.rotfaden.ui.account;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.rotfaden.members.RememberedLogin;
import org.rotfaden.members.Whence;
import org.rotfaden.web.OutageFilter;
import org.rotfaden.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.HeaderWriterFilter;

/// Who comes in at the pages.
@Configuration
class PageSecurity {

    private static final String[] STATIC_FILES = {
        "/style/**", "/script/**", "/editor/**", "/icons/**", "/aura/**"
    };

    /// Where Vaadin's files lie among the classes.
    private static final List<String> VAADIN_FILES =
            List.of("META-INF/VAADIN/webapp", "META-INF/resources");

    /// What everybody gets: nobody's log-in is asked for, so that a page looks as it should also
    /// while the database is gone.
    @Bean
    @Order(5)
    SecurityFilterChain staticFiles(HttpSecurity http) throws Exception {
        return http.securityMatchers(matchers ->
                        matchers.requestMatchers(STATIC_FILES)
                                .requestMatchers(PageSecurity::isFileOfVaadin))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .headers(PageSecurity::headers)
                .build();
    }

    /// Vaadin would make a page, and a session with it, of a file that is not there.
    private static boolean isFileOfVaadin(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/VAADIN/")
                && VAADIN_FILES.stream()
                        .anyMatch(place -> new ClassPathResource(place + path).isReadable());
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            RememberedLogin remembered,
            MemberSessions sessions,
            LoginPage door,
            Threshold threshold,
            RequestUtil vaadinRequests,
            NavigationAccessControl navigation)
            throws Exception {
        navigation.setLoginView(LoginPage.PATH);
        return http.authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(LoginPage.PATH)
                                .permitAll()
                                .requestMatchers(threshold::isPassedToSetUp)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .with(
                        vaadin(),
                        pages ->
                                pages.logoutSuccessHandler((request, response, _) ->
                                                new UidlRedirectStrategy()
                                                        .sendRedirect(
                                                                request, response, LoginPage.PATH))
                                        .addLogoutHandler(remembered)
                                        .enableAuthorizedRequestsConfiguration(false)
                                        .enableRequestCacheConfiguration(false)
                                        .enableCsrfConfiguration(false))
                .formLogin(form ->
                        form.loginPage(LoginPage.PATH)
                                .authenticationDetailsSource(Whence::of)
                                .successHandler(PageSecurity::in)
                                .failureHandler(door::refuse))
                .addFilterBefore(
                        new OutageFilter(new OutagePage()), SecurityContextHolderFilter.class)
                .addFilterAfter(remembered.endedLogins(), SecurityContextHolderFilter.class)
                // Nothing of a session from before goes on: somebody else may know or fill it.
                .sessionManagement(
                        session -> session.sessionFixation(fixation -> fixation.newSession()))
                .securityContext(context -> context.securityContextRepository(sessions))
                .rememberMe(
                        remember -> remember.rememberMeServices(remembered).key(remembered.key()))
                .requestCache(cache -> cache.disable())
                // Vaadin's own requests carry a token of Vaadin's.
                .csrf(csrf ->
                        csrf.spa()
                                .ignoringRequestMatchers(
                                        vaadinRequests::isFrameworkInternalRequest))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(threshold)
                                .accessDeniedHandler((request, response, denied) ->
                                        deny(door, request, response, denied)))
                .headers(PageSecurity::headers)
                .build();
    }

    private static void in(
            HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        TypedAddress.forget(request, response);
        response.sendRedirect(Wanted.namedBy(request).orElse("/"));
    }

    private static void deny(
            LoginPage door,
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException && request.getServletPath().equals(LoginPage.PATH)) {
            door.refuseStale(request, response);
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

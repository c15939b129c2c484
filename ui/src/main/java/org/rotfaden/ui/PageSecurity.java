package org.rotfaden.ui;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rotfaden.members.RememberedLogin;
import org.rotfaden.members.TooManyAttempts;
import org.rotfaden.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;

/// Who comes in at the pages.
@Configuration
class PageSecurity {

    @Bean
    SecurityFilterChain pages(HttpSecurity http, RememberedLogin remembered) throws Exception {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/style/**",
                                        "/script/**",
                                        "/editor/**",
                                        "/icons/**",
                                        "/aura/**")
                                .permitAll())
                .with(
                        vaadin(),
                        pages ->
                                pages.loginView(LoginView.class, "/" + LoginView.PATH)
                                        .addLogoutHandler(remembered))
                .formLogin(form -> form.failureHandler(PageSecurity::backToTheDoor))
                .rememberMe(
                        remember -> remember.rememberMeServices(remembered).key(remembered.key()))
                .csrf(csrf -> csrf.spa())
                .headers(headers -> {
                    SecurityHeaders.common(headers);
                    headers.withObjectPostProcessor(before());
                })
                .build();
    }

    /// Nothing typed is lost: the address is there again, and the page says what to do.
    private static void backToTheDoor(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        request.getSession()
                .setAttribute(LoginView.PRESENTED_EMAIL, request.getParameter("username"));
        String why =
                failure instanceof TooManyAttempts tooMany
                        ? LoginView.LOCKED + "=" + Math.max(1, tooMany.waitFor().toSeconds())
                        : LoginView.ERROR;
        response.sendRedirect(request.getContextPath() + "/" + LoginView.PATH + "?" + why);
    }

    /// Vaadin's servlet ends its answers before the headers would be added to them.
    private static ObjectPostProcessor<HeaderWriterFilter> before() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }
}

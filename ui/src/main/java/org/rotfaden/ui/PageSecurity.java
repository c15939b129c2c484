package org.rotfaden.ui;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import org.rotfaden.members.RememberedLogin;
import org.rotfaden.members.TooManyAttempts;
import org.rotfaden.web.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// Who comes in at the pages.
@Configuration
class PageSecurity {

    @Bean
    SecurityFilterChain pages(HttpSecurity http, RememberedLogin remembered) throws Exception {
        return http.authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/style/**", "/editor/**", "/icons/**", "/aura/**")
                                        .permitAll())
                .with(
                        vaadin(),
                        pages -> pages.loginView(LoginView.class, "/" + LoginView.PATH).addLogoutHandler(remembered))
                .formLogin(
                        form ->
                                form.failureHandler(
                                        (_, response, failure) ->
                                                response.sendRedirect(
                                                        failure instanceof TooManyAttempts
                                                                ? LoginView.PATH + "?locked"
                                                                : LoginView.PATH + "?error")))
                .rememberMe(remember -> remember.rememberMeServices(remembered).key(remembered.key()))
                .csrf(csrf -> csrf.spa())
                .headers(SecurityHeaders::common)
                .build();
    }
}

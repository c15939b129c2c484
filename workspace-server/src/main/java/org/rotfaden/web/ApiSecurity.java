package org.rotfaden.web;

import jakarta.servlet.http.HttpServletRequest;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.RememberedLogin;
import org.rotfaden.members.Whence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// Who comes in at the addresses for machines and for live documents.
@Configuration
class ApiSecurity {

    /// What the interface for machines says of itself.
    static final String[] OPEN_TO_ALL = {
        "/api/openapi", "/api/openapi/**", "/api/openapi.yaml", "/api/docs", "/api/swagger-ui/**"
    };

    /// A token is given for e-mail address and password, and for nothing else.
    @Bean
    @Order(1)
    SecurityFilterChain tokensForPasswords(HttpSecurity http, Problems problems) throws Exception {
        return http.securityMatcher(
                        PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/tokens"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic ->
                        basic.authenticationDetailsSource(Whence::of)
                                .authenticationEntryPoint(problems::authenticationFailed))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(problems::authenticationFailed))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .addFilterBefore(outages(problems), SecurityContextHolderFilter.class)
                .headers(SecurityHeaders::strict)
                .build();
    }

    /// Everything else for machines: an access token, or a browser's log-in with its token against
    /// forged requests.
    @Bean
    @Order(2)
    SecurityFilterChain api(
            HttpSecurity http, AccessTokens tokens, RememberedLogin remembered, Problems problems)
            throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN_TO_ALL)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(
                        new AccessTokenFilter(tokens, problems),
                        AnonymousAuthenticationFilter.class)
                .addFilterBefore(outages(problems), SecurityContextHolderFilter.class)
                .addFilterAfter(remembered.endedLogins(), SecurityContextHolderFilter.class)
                .securityContext(
                        context -> context.securityContextRepository(sessionsThatAreThere()))
                .addFilterBefore(
                        remembered.loginsWithoutSession(), AnonymousAuthenticationFilter.class)
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(problems::authenticationFailed)
                                .accessDeniedHandler(problems::accessDenied))
                .csrf(csrf -> csrf.spa().ignoringRequestMatchers(ApiSecurity::hasAccessToken))
                .requestCache(cache -> cache.disable())
                .headers(SecurityHeaders::strict)
                .build();
    }

    /// Whoever follows over STOMP may come with a browser's log-in; a token is presented inside.
    @Bean
    @Order(3)
    SecurityFilterChain following(HttpSecurity http, RememberedLogin remembered, Problems problems)
            throws Exception {
        return open(http.securityMatcher("/live/stomp"), problems)
                .addFilterBefore(
                        remembered.loginsWithoutSession(), AnonymousAuthenticationFilter.class)
                .build();
    }

    /// Live documents, the logo and the sign of life ask for nothing here; the first do so inside.
    @Bean
    @Order(4)
    SecurityFilterChain openDoors(HttpSecurity http, Problems problems) throws Exception {
        return open(http.securityMatcher("/live/**", "/health/**", "/logo"), problems).build();
    }

    private static HttpSecurity open(HttpSecurity http, Problems problems) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .addFilterBefore(outages(problems), SecurityContextHolderFilter.class)
                .headers(SecurityHeaders::strict)
                .anonymous(Customizer.withDefaults());
    }

    /// Who has a page open is known by its session; nobody gets one here.
    private static SecurityContextRepository sessionsThatAreThere() {
        var sessions = new HttpSessionSecurityContextRepository();
        sessions.setAllowSessionCreation(false);
        return sessions;
    }

    private static OutageFilter outages(Problems problems) {
        return new OutageFilter(problems::databaseUnavailable);
    }

    private static boolean hasAccessToken(HttpServletRequest request) {
        return AccessTokens.presentedIn(request.getHeader(HttpHeaders.AUTHORIZATION)).isPresent();
    }
}

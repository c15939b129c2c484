package org.rotfaden.realtime.stomp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rotfaden.realtime.socket.ForeignPages;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.LoginId;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Opens the door for those who follow. A browser on a foreign page is turned away with 403; who
/// comes with a log-in is known from here on, everybody else says so inside.
@Configuration
class StompSocketConfiguration implements WebSocketConfigurer, HandshakeInterceptor {

    private final StompSocketHandler handler;
    private final Spectators spectators;
    private final CurrentMember currentMember;

    StompSocketConfiguration(
            StompSocketHandler handler, Spectators spectators, CurrentMember currentMember) {
        this.handler = handler;
        this.spectators = spectators;
        this.currentMember = currentMember;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, StompSocketHandler.ADDRESS)
                .addInterceptors(new ForeignPages(), this);
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler door,
            Map<String, Object> attributes) {
        currentMember
                .find()
                .ifPresent(signedIn -> {
                    LoginId login = signedIn.login();
                    if (login != null) {
                        spectators
                                .loggedIn(signedIn.member(), login)
                                .ifPresent(
                                        who -> attributes.put(StompSocketHandler.LOGGED_IN, who));
                    }
                });
        return true;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler door,
            @Nullable Exception failure) {
        // nothing is left to do
    }

    /// To compress small messages takes more memory of each connection than all else it needs, and
    /// the container offers it to whoever asks.
    @Bean
    static FilterRegistrationBean<OncePerRequestFilter> withoutCompression() {
        var registration =
                new FilterRegistrationBean<OncePerRequestFilter>(new WithoutExtensions());
        registration.addUrlPatterns(StompSocketHandler.ADDRESS);
        return registration;
    }

    private static final class WithoutExtensions extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(
                    new HttpServletRequestWrapper(request) {
                        @Override
                        public Enumeration<String> getHeaders(String name) {
                            return name.equalsIgnoreCase(
                                            WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS)
                                    ? Collections.emptyEnumeration()
                                    : super.getHeaders(name);
                        }
                    },
                    response);
        }
    }
}

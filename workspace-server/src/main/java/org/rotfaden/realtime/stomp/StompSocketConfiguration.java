package org.rotfaden.realtime.stomp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.rotfaden.realtime.socket.ForeignPages;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/// Opens the door for those who follow. A browser on a foreign page is turned away with 403; who
/// comes is asked inside.
@Configuration
class StompSocketConfiguration implements WebSocketConfigurer {

    private final StompSocketHandler handler;

    StompSocketConfiguration(StompSocketHandler handler) {
        this.handler = handler;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, StompSocketHandler.ADDRESS)
                .addInterceptors(new ForeignPages());
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

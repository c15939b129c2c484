package org.rotfaden.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHttpHeaders;

/// Where every request comes by first. What nobody can read is answered 400 before anybody tries,
/// and strangers write nothing into the log with it. What fails behind is written down once,
/// without the words of the request.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after the filter that says forms are UTF-8
class FirstReading extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(FirstReading.class);
    private static final String WEBSOCKET_VERSION = "13";

    private final Problems problems;

    FirstReading(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isReadable(request)) {
            problems.notUnderstood(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException | IOException failure) {
            answer(request, response, failure);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws ServletException, IOException {
        boolean isClients = NotUnderstood.isBehind(failure);
        if (response.isCommitted()) {
            if (!isClients) {
                throw new ServletException(Wordless.of(failure)); // so that the answer breaks off
            }
        } else if (isClients) {
            response.resetBuffer();
            problems.notUnderstood(request, response);
        } else {
            log.error("A request failed", Wordless.of(failure));
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
        }
    }

    private static boolean isReadable(HttpServletRequest request) {
        return NotUnderstood.isText(request.getRequestURI())
                && NotUnderstood.isText(request.getQueryString())
                && (request.getHeader(HttpHeaders.UPGRADE) == null || isHandshake(request))
                && (!isForm(request) || canBeTakenApart(request));
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT)
                        .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /// Whoever asks for the first field of a form has it taken apart.
    private static boolean canBeTakenApart(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (InvalidParameterException unreadable) {
            return false;
        }
    }

    /// What begins a WebSocket is read by those who take it for granted that it can be.
    private static boolean isHandshake(HttpServletRequest request) {
        try {
            String origin = request.getHeader(HttpHeaders.ORIGIN);
            var _ = origin == null ? null : URI.create(origin);
            Collections.list(request.getHeaders(WebSocketHttpHeaders.SEC_WEBSOCKET_EXTENSIONS))
                    .forEach(WebSocketExtension::parseExtensions);
            return isVersionKnown(request.getHeader(WebSocketHttpHeaders.SEC_WEBSOCKET_VERSION));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return false;
        }
    }

    private static boolean isVersionKnown(@Nullable String version) {
        return version == null || version.equals(WEBSOCKET_VERSION);
    }
}

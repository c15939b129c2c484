package org.rotfaden.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Nobody makes the server read without end. Programs get what they send counted while it is read,
/// after they were asked for their right ([RightsBeforeBodies]); pages say beforehand how long it
/// is.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BodyFilter extends OncePerRequestFilter {

    /// The largest that a page sends: a logo in its envelope, or a form full of words.
    private static final long OF_PAGES = 1 << 20;

    private final long ofForms;

    /// @param ofForms the largest form, of which Tomcat would read nothing beyond that
    BodyFilter(@Value("${server.tomcat.max-http-form-post-size}") DataSize ofForms) {
        this.ofForms = ofForms.toBytes();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getServletPath().startsWith("/api/")) {
            chain.doFilter(new BoundedBody(request), response);
        } else if (request.getContentLengthLong() > (isForm(request) ? ofForms : OF_PAGES)) {
            response.setStatus(HttpStatus.CONTENT_TOO_LARGE.value());
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            response.setStatus(HttpStatus.LENGTH_REQUIRED.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }
}

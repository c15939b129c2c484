package org.rotfaden.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers 503 while the database is gone, also where nobody got as far as to know who asks.
public final class OutageFilter extends OncePerRequestFilter {

    /// After how many seconds to ask again.
    public static final String RETRY_AFTER = "5";

    private static final Logger log = LoggerFactory.getLogger(OutageFilter.class);

    /// Writes what a reader is told; status and headers are there.
    @FunctionalInterface
    public interface Words {
        void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private final Words words;

    public OutageFilter(Words words) {
        this.words = words;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException failure) {
            if (response.isCommitted() || !Outage.isBehind(failure)) {
                throw failure;
            }
            log.warn("The database is gone, so a request is not answered");
            response.resetBuffer();
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
            words.write(request, response);
        }
    }
}

package org.rotfaden.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.rotfaden.members.TooManyAttempts;
import org.rotfaden.security.BrokenRule;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Problem details (RFC 9457) with a `code` for machines and a sentence in the reader's language.
@Component
class Problems {

    private final Sentences sentences;
    private final JsonMapper json;

    Problems(Sentences sentences, JsonMapper json) {
        this.sentences = sentences;
        this.json = json;
    }

    ProblemDetail problem(HttpStatus status, BrokenRule broken, Locale locale) {
        return problem(status, broken.code(), sentences.of(broken, locale));
    }

    ProblemDetail problem(HttpStatus status, String code, Locale locale) {
        return problem(status, code, sentences.ofProblem(code, locale));
    }

    private static ProblemDetail problem(HttpStatus status, String code, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(sentence);
        problem.setProperty("code", code);
        return problem;
    }

    void authenticationFailed(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyAttempts attempts) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, attempts.waitFor().toSeconds())));
            write(request, response, HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_ATTEMPTS");
            return;
        }
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE,
                isForPassword(request) ? "Basic realm=\"Rotfaden\"" : "Bearer");
        write(request, response, HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN");
    }

    void accessDenied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        write(
                request,
                response,
                HttpStatus.FORBIDDEN,
                denied instanceof CsrfException ? "FORGED_REQUEST" : "FORBIDDEN");
    }

    /// What was sent cannot be read.
    void notUnderstood(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(request, response, HttpStatus.BAD_REQUEST, HttpStatus.BAD_REQUEST.name());
    }

    /// While the database is gone; [OutageFilter] has said so by its status.
    void databaseUnavailable(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(request, response, HttpStatus.SERVICE_UNAVAILABLE, Outage.CODE);
    }

    private static boolean isForPassword(HttpServletRequest request) {
        return request.getMethod().equals("POST")
                && request.getRequestURI().endsWith("/api/tokens");
    }

    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String code)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(json.writeValueAsBytes(problem(status, code, request.getLocale())));
    }
}

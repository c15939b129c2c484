package org.rotfaden.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Conflict;
import org.rotfaden.security.BrokenRule;
import org.rotfaden.security.TooFast;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Turns what goes wrong in the controllers into problem details.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(BrokenRule broken, Locale locale, WebRequest request) {
        HttpStatus status =
                switch (broken.kind()) {
                    case INVALID -> HttpStatus.BAD_REQUEST;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case ABSENT -> HttpStatus.NOT_FOUND;
                    case CONFLICT ->
                            broken instanceof Conflict && saidWhatWasSeen(request)
                                    ? HttpStatus.PRECONDITION_FAILED
                                    : HttpStatus.CONFLICT;
                    case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
                    case TOO_MUCH -> HttpStatus.TOO_MANY_REQUESTS;
                    case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
                };
        var answer = ResponseEntity.status(status);
        if (broken.kind() == BrokenRule.Kind.BUSY) {
            answer.header(HttpHeaders.RETRY_AFTER, OutageFilter.RETRY_AFTER);
        } else if (broken instanceof TooFast fast) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(fast.seconds()));
        }
        return answer.body(problems.problem(status, broken, locale));
    }

    private static boolean saidWhatWasSeen(WebRequest request) {
        return request.getHeader(HttpHeaders.IF_MATCH) != null;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(RuntimeException failure, Locale locale) {
        if (Outage.isBehind(failure)) {
            throw failure; // for the filter, which answers so wherever it happens
        }
        if (NotUnderstood.isBehind(failure)) {
            HttpStatus status = HttpStatus.BAD_REQUEST;
            return ResponseEntity.status(status)
                    .body(problems.problem(status, status.name(), locale));
        }
        log.error("A request failed", Wordless.of(failure));
        HttpStatus status = HttpStatus.INTERNAL_SERVER_ERROR;
        return ResponseEntity.status(status).body(problems.problem(status, "SERVER_ERROR", locale));
    }

    /// What the framework refuses gets a code as well: the name of its status.
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (request instanceof ServletWebRequest there
                && there.getResponse() != null
                && there.getResponse().isCommitted()) {
            return null; // nobody reads it any more
        }
        HttpStatus known = HttpStatus.valueOf(status.value());
        ProblemDetail problem = problems.problem(known, known.name(), request.getLocale());
        return super.handleExceptionInternal(refused, problem, headers, status, request);
    }
}

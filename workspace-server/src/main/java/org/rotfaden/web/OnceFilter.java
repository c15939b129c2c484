package org.rotfaden.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Optional;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Lets a program send a request again that it has no answer to: what came with the same
/// [IdempotencyKey] is done once. It comes after those who let people in. Whoever has left is told
/// nothing again.
@Component
class OnceFilter extends OncePerRequestFilter {

    /// Files are not kept whole to compare them: one that is sent twice is there twice, until
    /// nobody claims the other.
    static final String FILES = "/api/attachments";

    static final String REPEATED = "Idempotent-Replayed";

    private static final Logger log = LoggerFactory.getLogger(OnceFilter.class);

    private final KeptAnswers answers;
    private final CurrentMember currentMember;
    private final Permissions permissions;
    private final Problems problems;

    OnceFilter(
            KeptAnswers answers,
            CurrentMember currentMember,
            Permissions permissions,
            Problems problems) {
        this.answers = answers;
        this.currentMember = currentMember;
        this.permissions = permissions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals(HttpMethod.POST.name())
                || !request.getServletPath().startsWith("/api/")
                || request.getServletPath().equals(FILES)
                || request.getHeader(IdempotencyKey.HEADER) == null;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<SignedIn> by = currentMember.find();
        if (by.isEmpty() || permissions.hasLeft(by.get().member())) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var key =
                    IdempotencyKey.read(
                            Collections.list(request.getHeaders(IdempotencyKey.HEADER)));
            var exchange = new Exchange(request, response, chain);
            exchange.end(answers.once(by.get().member(), key, exchange));
        } catch (KeyRefused refused) {
            problems.write(request, response, refused.status(), refused.code());
        } catch (ErrorResponseException refused) {
            HttpStatus status = HttpStatus.valueOf(refused.getStatusCode().value());
            response.reset();
            problems.write(request, response, status, status.name());
        } catch (RuntimeException failure) {
            if (Outage.isBehind(failure)) {
                throw failure;
            }
            log.error("A request failed", Wordless.of(failure));
            response.reset();
            problems.write(request, response, HttpStatus.INTERNAL_SERVER_ERROR, "SERVER_ERROR");
        }
    }

    /// A request while it is being answered: nothing goes out before it is known that it stays.
    private static final class Exchange implements KeptAnswers.Request {

        private final ReadBody request;
        private final ContentCachingResponseWrapper response;
        private final FilterChain chain;

        /// Takes the whole body first: a client that is slow to send it holds no connection to the
        /// database.
        Exchange(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException {
            this.request = new ReadBody(request);
            this.response = new ContentCachingResponseWrapper(response);
            this.chain = chain;
        }

        @Override
        public Answer answer() throws IOException, ServletException {
            chain.doFilter(request, response);
            return Answer.of(response);
        }

        @Override
        public byte[] hash() throws IOException {
            MessageDigest digest = sha256();
            digest.update(
                    "%s?%s\n%s\n"
                            .formatted(
                                    request.getRequestURI(),
                                    request.getQueryString(),
                                    request.getHeader(HttpHeaders.IF_MATCH))
                            .getBytes(UTF_8));
            return digest.digest(request.bytes());
        }

        void end(Answer answer) throws IOException {
            if (answer.isRepeated()) {
                response.setHeader(REPEATED, "true");
                answer.writeTo(response);
            }
            response.copyBodyToResponse();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
    }
}

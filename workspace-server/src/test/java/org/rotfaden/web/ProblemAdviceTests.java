package org.rotfaden.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.rotfaden.security.BrokenRule;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.json.JsonMapper;

class ProblemAdviceTests {

    private static final class NoRoom extends BrokenRule {

        NoRoom() {
            super(Kind.BUSY, "NO_ROOM");
        }
    }

    @Test
    void for_what_there_is_no_room_now_a_program_is_told_when_to_ask_again() {
        var advice =
                new ProblemAdvice(
                        new Problems(
                                new Sentences(new StaticMessageSource()),
                                JsonMapper.builder().build()));
        ResponseEntity<ProblemDetail> answer =
                advice.on(
                        new NoRoom(),
                        Locale.ENGLISH,
                        new ServletWebRequest(new MockHttpServletRequest()));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
    }
}

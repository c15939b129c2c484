package org.rotfaden.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class BodyFilterTests {

    @ParameterizedTest
    @CsvSource({"2,2048,200", "2,2049,413", "32,32768,200"})
    void a_form_may_be_as_large_as_the_server_reads(int kilobytes, int length, int status)
            throws Exception {
        var form = new MockHttpServletRequest("POST", "/anmelden");
        form.setServletPath("/anmelden");
        form.setContentType(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        form.setContent(new byte[length]);
        var answer = new MockHttpServletResponse();
        new BodyFilter(DataSize.ofKilobytes(kilobytes))
                .doFilter(form, answer, new MockFilterChain());
        assertThat(answer.getStatus()).isEqualTo(status);
    }
}
